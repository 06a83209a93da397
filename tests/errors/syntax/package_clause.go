// A file starts with its package clause.
import "fmt" // ERROR `^expected 'package', found 'import'$`

func main() { fmt.Println() }
