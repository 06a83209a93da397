// Package adventure is a text adventure driven by state functions and a table of verbs.
package adventure

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Direction is where an exit leads.
type Direction byte

// The directions.
const (
	North Direction = iota
	East
	South
	West
	directions
)

var directionNames = [directions]string{North: "north", East: "east", South: "south", West: "west"}

func (d Direction) String() string { return directionNames[d%directions] }

// Opposite turns around.
func (d Direction) Opposite() Direction { return (d + 2) % directions }

// Flags are the properties of a thing.
type Flags uint16

// The properties.
const (
	Portable Flags = 1 << iota
	Edible
	Lit
	Locked
	Hidden
)

// Has tells whether all given flags are set.
func (f Flags) Has(what Flags) bool { return f&what == what }

// Thing is an object in the world.
type Thing struct {
	Name, Text string
	Flags
}

// Room is a place.
type Room struct {
	Name, Text string
	Exits      [directions]*Room
	Things     map[string]*Thing
	onEnter    func(*Game)
	dark       bool
}

// state is what the game does with the next line; it returns the next state.
type state func(g *Game, line string) state

// Game is the state of a game.
type Game struct {
	out     *bufio.Writer
	here    *Room
	carried map[string]*Thing
	rooms   map[string]*Room
	moves   int
	score   int
	state   state
	history []string
}

type verb struct {
	names []string
	help  string
	run   func(g *Game, what string) state
}

var verbs []verb

// init fills the table: help refers to it.
func init() {
	verbs = []verb{
		{[]string{"look", "l"}, "describe the place", func(g *Game, _ string) state { g.describe(); return playing }},
		{[]string{"go", "walk"}, "go in a direction", (*Game).walk},
		{[]string{"take", "get"}, "pick something up", (*Game).take},
		{[]string{"drop"}, "put something down", (*Game).drop},
		{[]string{"inventory", "i"}, "what you carry", (*Game).inventory},
		{[]string{"eat"}, "eat something", (*Game).eat},
		{[]string{"unlock"}, "unlock a door", (*Game).unlock},
		{[]string{"help"}, "this list", help},
		{[]string{"quit", "q"}, "end the game", func(g *Game, _ string) state {
			g.say("Really quit?")
			return confirming(nil, playing)
		}},
	}
}

func help(g *Game, _ string) state {
	for _, v := range verbs {
		g.say("%-12s %s", strings.Join(v.names, ", "), v.help)
	}
	return playing
}

// confirming waits for yes or no.
func confirming(yes, no state) state {
	return func(g *Game, line string) state {
		switch strings.ToLower(line) {
		case "y", "yes":
			return yes
		case "n", "no":
			return no
		}
		g.say("Yes or no?")
		return confirming(yes, no)
	}
}

func playing(g *Game, line string) state {
	word, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
	g.moves++
	for d := North; d < directions; d++ {
		if word == d.String() || word == d.String()[:1] {
			return g.walk(d.String())
		}
	}
	for i := range verbs {
		if v := &verbs[i]; slices.Contains(v.names, word) {
			return v.run(g, strings.TrimSpace(rest))
		}
	}
	g.moves--
	g.say("I do not know how to %q.", word)
	return playing
}

func (g *Game) say(format string, args ...any) { fmt.Fprintf(g.out, format+"\n", args...) }

func (g *Game) light() bool {
	if !g.here.dark {
		return true
	}
	for _, t := range g.carried {
		if t.Has(Lit) {
			return true
		}
	}
	return false
}

func (g *Game) describe() {
	if !g.light() {
		g.say("It is dark.")
		return
	}
	g.say("%s. %s", g.here.Name, g.here.Text)
	var exits []string
	for d, r := range g.here.Exits {
		if r != nil {
			exits = append(exits, fmt.Sprint(Direction(d)))
		}
	}
	g.say("Exits: %s.", strings.Join(exits, ", "))
	for _, name := range slices.Sorted(maps.Keys(g.here.Things)) {
		if t := g.here.Things[name]; !t.Has(Hidden) {
			g.say("There is %s here.", t.Text)
		}
	}
}

func (g *Game) walk(where string) state {
	for d, name := range directionNames {
		if name != where {
			continue
		}
		next := g.here.Exits[d]
		if next == nil {
			g.say("You cannot go %s.", where)
			return playing
		}
		if door, ok := next.Things["door"]; ok && door.Has(Locked) {
			g.say("The door is locked.")
			return playing
		}
		g.here = next
		g.history = append(g.history, next.Name)
		g.describe()
		if enter := next.onEnter; enter != nil {
			next.onEnter = nil
			enter(g)
		}
		if g.score >= 100 {
			return nil
		}
		return playing
	}
	g.say("Where is %q?", where)
	return playing
}

func (g *Game) take(what string) state {
	switch t, ok := g.here.Things[what]; {
	case !ok || t.Has(Hidden) || !g.light():
		g.say("You see no %s.", what)
	case !t.Has(Portable):
		g.say("You cannot take that.")
	default:
		delete(g.here.Things, what)
		g.carried[what] = t
		g.score += 10
		g.say("Taken.")
	}
	return playing
}

func (g *Game) drop(what string) state {
	if t, ok := g.carried[what]; ok {
		delete(g.carried, what)
		g.here.Things[what] = t
		g.say("Dropped.")
	} else {
		g.say("You do not have that.")
	}
	return playing
}

func (g *Game) inventory(string) state {
	if len(g.carried) == 0 {
		g.say("You carry nothing.")
	}
	for _, name := range slices.Sorted(maps.Keys(g.carried)) {
		g.say("- %s", g.carried[name].Text)
	}
	return playing
}

func (g *Game) eat(what string) state {
	t, ok := g.carried[what]
	if !ok || !t.Has(Edible) {
		g.say("You cannot eat that.")
		return playing
	}
	delete(g.carried, what)
	g.score += 5
	g.say("Tasty.")
	return playing
}

func (g *Game) unlock(what string) state {
	if what == "door" && g.carried["key"] != nil {
		for _, r := range g.here.Exits {
			if r == nil {
				continue
			}
			if door := r.Things["door"]; door != nil {
				door.Flags &^= Locked
				g.say("Click.")
				return playing
			}
		}
	}
	g.say("Nothing happens.")
	return playing
}

func (r *Room) connect(d Direction, to *Room) {
	r.Exits[d] = to
	to.Exits[d.Opposite()] = r
}

// New makes the world.
func New(out io.Writer) *Game {
	g := &Game{out: bufio.NewWriter(out), carried: map[string]*Thing{}, rooms: map[string]*Room{}, state: playing}
	room := func(name, text string, things ...Thing) *Room {
		r := &Room{Name: name, Text: text, Things: map[string]*Thing{}}
		for _, t := range things {
			r.Things[t.Name] = &t
		}
		g.rooms[name] = r
		return r
	}
	hall := room("Hall", "Dust everywhere", Thing{"lamp", "a lamp", Portable | Lit})
	kitchen := room("Kitchen", "It smells", Thing{"bread", "a loaf", Portable | Edible}, Thing{"stove", "a stove", 0})
	cellar := room("Cellar", "Cobwebs", Thing{"key", "a rusty key", Portable})
	vault := room("Vault", "Gold!", Thing{"door", "a door", Locked | Hidden})
	cellar.dark = true
	hall.connect(East, kitchen)
	kitchen.connect(South, cellar)
	hall.connect(North, vault)
	vault.onEnter = func(g *Game) {
		g.score += 100
		g.say("You win after %d moves.", g.moves)
	}
	g.here = hall
	return g
}

// Play reads lines until the game or the input ends, and returns the score.
func (g *Game) Play(in io.Reader) (score int) {
	defer g.out.Flush()
	g.describe()
	for lines := bufio.NewScanner(in); g.state != nil && lines.Scan(); {
		g.say("> %s", lines.Text())
		g.state = g.state(g, lines.Text())
	}
	g.say("Score %d, way %s.", g.score, strings.Join(g.history, "-"))
	return g.score
}
