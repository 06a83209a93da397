module example.org/workshop

go 1.27
