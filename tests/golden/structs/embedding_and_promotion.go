// Fields and methods of embedded structs and pointers are promoted; the shallowest wins.
package main

import "fmt"

type Animal struct {
	Name string
	legs int
}

func (a Animal) Describe() string { return fmt.Sprint(a.Name, " has ", a.legs, " legs") }
func (a *Animal) Rename(n string) { a.Name = n }

type Tag struct{ Name, id string }

type Dog struct {
	Animal
	*Tag
	breed string
	Name  struct{ first, last string }
}

type Puppy struct {
	Dog
	age int
}

func (p Puppy) Describe() string { return "puppy: " + p.Dog.Describe() }

func main() {
	d := Dog{Animal: Animal{"Rex", 4}, Tag: &Tag{"tag", "id1"}, breed: "mix"}
	d.Name.first = "First"
	p := Puppy{d, 1}
	p.legs = 3
	p.id = "id2"
	p.Rename("Max")
	fmt.Println(d.Describe(), d.id, d.Name.first, d.Tag.Name)
	fmt.Println(p.Describe(), p.Dog.Animal.Name, p.breed, p.Name)
	fmt.Printf("%+v %v\n", p.Animal, *p.Tag)
}
