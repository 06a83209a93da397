// Package ast has the trees of the small language.
package ast

import (
	"fmt"
	"strconv"
	"strings"

	. "example.org/workshop/lang/token"
)

// Node is a part of a program.
type Node interface {
	At() Pos
	fmt.Stringer
}

// Expr is a node with a value.
type Expr interface {
	Node
	expr()
}

// Stmt is a node that does something.
type Stmt interface {
	Node
	stmt()
}

type place struct{ Pos }

func (p place) At() Pos { return p.Pos }

type (
	ExprNode struct{ place } // embedded in expressions
	StmtNode struct{ place } // embedded in statements
)

func (ExprNode) expr() {}
func (StmtNode) stmt() {}

// NewExpr makes the embedded part of an expression.
func NewExpr(p Pos) ExprNode { return ExprNode{place{p}} }

// NewStmt makes the embedded part of a statement.
func NewStmt(p Pos) StmtNode { return StmtNode{place{p}} }

// The expressions.
type (
	NumberLit struct {
		ExprNode
		Value float64
	}
	StringLit struct {
		ExprNode
		Value string
	}
	Word struct { // true, false, nil
		ExprNode
		Kind Kind
	}
	Ident struct {
		ExprNode
		Name string
	}
	ListLit struct {
		ExprNode
		Elems []Expr
	}
	Unary struct {
		ExprNode
		Op Kind
		X  Expr
	}
	Binary struct {
		ExprNode
		Op   Kind
		X, Y Expr
	}
	Call struct {
		ExprNode
		Callee Expr
		Args   []Expr
	}
	Index struct {
		ExprNode
		X, I Expr
	}
	FuncLit struct {
		ExprNode
		Name   string
		Params []string
		Body   *Block
	}
)

// The statements.
type (
	LetStmt struct {
		StmtNode
		Name  string
		Value Expr
	}
	AssignTo struct {
		StmtNode
		Target, Value Expr
	}
	ExprStmt struct {
		StmtNode
		X Expr
	}
	Block struct {
		StmtNode
		List []Stmt
	}
	IfElse struct {
		StmtNode
		Cond Expr
		Then *Block
		Else Stmt
	}
	Loop struct {
		StmtNode
		Cond Expr
		Body *Block
	}
	ForIn struct {
		StmtNode
		Name string
		Over Expr
		Body *Block
	}
	Ret struct {
		StmtNode
		Value Expr
	}
	TryCatch struct {
		StmtNode
		Body  *Block
		Name  string
		Catch *Block
	}
	ThrowStmt struct {
		StmtNode
		Value Expr
	}
)

func list[N Node](nodes []N) string {
	parts := make([]string, 0, len(nodes))
	for _, n := range nodes {
		parts = append(parts, n.String())
	}
	return strings.Join(parts, " ")
}

func (n *NumberLit) String() string { return strconv.FormatFloat(n.Value, 'g', -1, 64) }
func (n *StringLit) String() string { return strconv.Quote(n.Value) }
func (n *Word) String() string      { return n.Kind.String() }
func (n *Ident) String() string     { return n.Name }
func (n *ListLit) String() string   { return "[" + list(n.Elems) + "]" }
func (n *Unary) String() string     { return fmt.Sprintf("(%v %v)", n.Op, n.X) }
func (n *Binary) String() string    { return fmt.Sprintf("(%v %v %v)", n.Op, n.X, n.Y) }
func (n *Index) String() string     { return fmt.Sprintf("(at %v %v)", n.X, n.I) }
func (n *Call) String() string {
	return strings.TrimSpace(fmt.Sprintf("(call %v %s", n.Callee, list(n.Args))) + ")"
}
func (n *FuncLit) String() string {
	return fmt.Sprintf("(fn %s(%s) %v)", n.Name, strings.Join(n.Params, " "), n.Body)
}

func (n *LetStmt) String() string  { return fmt.Sprintf("(let %s %v)", n.Name, n.Value) }
func (n *AssignTo) String() string { return fmt.Sprintf("(set %v %v)", n.Target, n.Value) }
func (n *ExprStmt) String() string { return n.X.String() }
func (n *Block) String() string    { return "{" + list(n.List) + "}" }
func (n *Loop) String() string     { return fmt.Sprintf("(while %v %v)", n.Cond, n.Body) }
func (n *ForIn) String() string    { return fmt.Sprintf("(for %s %v %v)", n.Name, n.Over, n.Body) }
func (n *TryCatch) String() string { return fmt.Sprintf("(try %v %s %v)", n.Body, n.Name, n.Catch) }
func (n *ThrowStmt) String() string {
	return fmt.Sprintf("(throw %v)", n.Value)
}
func (n *IfElse) String() string {
	if n.Else == nil {
		return fmt.Sprintf("(if %v %v)", n.Cond, n.Then)
	}
	return fmt.Sprintf("(if %v %v %v)", n.Cond, n.Then, n.Else)
}
func (n *Ret) String() string {
	if n.Value == nil {
		return "(return)"
	}
	return fmt.Sprintf("(return %v)", n.Value)
}

// Walk calls f for a node and all below it, as long as f returns true.
func Walk(n Node, f func(Node) bool) {
	if n == nil || !f(n) {
		return
	}
	each := func(nodes ...Node) {
		for _, c := range nodes {
			Walk(c, f)
		}
	}
	switch n := n.(type) {
	case *ListLit:
		for _, e := range n.Elems {
			each(e)
		}
	case *Unary:
		each(n.X)
	case *Binary:
		each(n.X, n.Y)
	case *Call:
		each(n.Callee)
		for _, a := range n.Args {
			each(a)
		}
	case *Index:
		each(n.X, n.I)
	case *FuncLit:
		each(n.Body)
	case *LetStmt:
		each(n.Value)
	case *AssignTo:
		each(n.Target, n.Value)
	case *ExprStmt:
		each(n.X)
	case *Block:
		for _, s := range n.List {
			each(s)
		}
	case *IfElse:
		each(n.Cond, n.Then)
		if n.Else != nil {
			each(n.Else)
		}
	case *Loop:
		each(n.Cond, n.Body)
	case *ForIn:
		each(n.Over, n.Body)
	case *Ret:
		if n.Value != nil {
			each(n.Value)
		}
	case *TryCatch:
		each(n.Body, n.Catch)
	case *ThrowStmt:
		each(n.Value)
	case *NumberLit, *StringLit, *Word, *Ident:
	default:
		panic(fmt.Sprintf("ast.Walk: %T", n))
	}
}
