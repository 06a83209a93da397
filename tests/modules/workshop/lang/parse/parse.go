// Package parse makes trees of the text of the small language.
package parse

import (
	"errors"
	"fmt"
	"iter"
	"strconv"

	"example.org/workshop/lang/ast"
	"example.org/workshop/lang/token"
)

// Error is a syntax error.
type Error struct {
	token.Pos
	Msg string
}

func (e *Error) Error() string { return e.Pos.String() + ": " + e.Msg }

// bailout ends the parsing of one statement.
type bailout struct{ err *Error }

type parser struct {
	next   func() (token.Token, bool)
	tok    token.Token
	errors []error
}

// Program parses a whole text. All errors found are joined.
func Program(text string) (*ast.Block, error) {
	next, stop := iter.Pull(token.Scan(text))
	defer stop()
	p := &parser{next: next}
	p.tok, _ = next()
	block := &ast.Block{}
	for p.tok.Kind != token.EOF {
		if s := p.recovering(); s != nil {
			block.List = append(block.List, s)
		}
	}
	return block, errors.Join(p.errors...)
}

// recovering parses a statement; after an error it skips to the next semicolon.
func (p *parser) recovering() (s ast.Stmt) {
	defer func() {
		switch fault := recover().(type) {
		case nil:
		case bailout:
			p.errors = append(p.errors, fault.err)
			for p.tok.Kind != token.EOF && p.tok.Kind != token.Semi {
				p.tok, _ = p.next() // bad characters included
			}
			if p.tok.Kind == token.Semi {
				p.tok, _ = p.next()
			}
			s = nil
		default:
			panic(fault)
		}
	}()
	return p.stmt()
}

func (p *parser) advance() (old token.Token) {
	old = p.tok
	p.tok, _ = p.next()
	if p.tok.Kind == token.Bad {
		p.fail("unexpected character %q", p.tok.Text)
	}
	return old
}

func (p *parser) accept(k token.Kind) bool {
	if p.tok.Kind != k {
		return false
	}
	p.advance()
	return true
}

func (p *parser) expect(k token.Kind) token.Token {
	if p.tok.Kind != k {
		p.fail("unexpected %v, expected %v", p.tok, k)
	}
	return p.advance()
}

func (p *parser) fail(format string, args ...any) {
	panic(bailout{&Error{p.tok.Pos, fmt.Sprintf(format, args...)}})
}

func (p *parser) block() *ast.Block {
	b := &ast.Block{}
	p.expect(token.LBrace)
	for p.tok.Kind != token.RBrace {
		b.List = append(b.List, p.stmt())
	}
	p.expect(token.RBrace)
	return b
}

func (p *parser) stmt() ast.Stmt {
	at := ast.NewStmt(p.tok.Pos)
	switch p.tok.Kind {
	case token.Let:
		p.advance()
		name := p.expect(token.Name).Text
		p.expect(token.Assign)
		return semi(p, &ast.LetStmt{at, name, p.expr(0)})
	case token.Fn:
		f := p.function()
		if f.Name == "" {
			return semi(p, &ast.ExprStmt{at, f})
		}
		return &ast.LetStmt{at, f.Name, f}
	case token.If:
		return p.ifElse()
	case token.While:
		p.advance()
		cond := p.expr(0)
		return &ast.Loop{at, cond, p.block()}
	case token.For:
		p.advance()
		name := p.expect(token.Name).Text
		p.expect(token.In)
		over := p.expr(0)
		return &ast.ForIn{at, name, over, p.block()}
	case token.Return:
		p.advance()
		if p.accept(token.Semi) {
			return &ast.Ret{at, nil}
		}
		return semi(p, &ast.Ret{at, p.expr(0)})
	case token.Try:
		p.advance()
		body := p.block()
		p.expect(token.Catch)
		name := p.expect(token.Name).Text
		return &ast.TryCatch{at, body, name, p.block()}
	case token.Throw:
		p.advance()
		return semi(p, &ast.ThrowStmt{at, p.expr(0)})
	case token.LBrace:
		return p.block()
	}
	x := p.expr(0)
	if !p.accept(token.Assign) {
		return semi(p, &ast.ExprStmt{at, x})
	}
	switch x.(type) {
	case *ast.Ident, *ast.Index:
	default:
		p.fail("cannot assign to %v", x)
	}
	return semi(p, &ast.AssignTo{at, x, p.expr(0)})
}

func semi[S ast.Stmt](p *parser, s S) S {
	p.expect(token.Semi)
	return s
}

func (p *parser) ifElse() ast.Stmt {
	at := ast.NewStmt(p.expect(token.If).Pos)
	cond := p.expr(0)
	n := &ast.IfElse{at, cond, p.block(), nil}
	if p.accept(token.Else) {
		if p.tok.Kind == token.If {
			n.Else = p.ifElse()
		} else {
			n.Else = p.block()
		}
	}
	return n
}

func (p *parser) function() *ast.FuncLit {
	f := &ast.FuncLit{}
	p.expect(token.Fn)
	if p.tok.Kind == token.Name {
		f.Name = p.advance().Text
	}
	p.expect(token.LParen)
	for p.tok.Kind != token.RParen {
		f.Params = append(f.Params, p.expect(token.Name).Text)
		if !p.accept(token.Comma) {
			break
		}
	}
	p.expect(token.RParen)
	f.Body = p.block()
	return f
}

var precedence = map[token.Kind]int{
	token.Or: 1, token.And: 2,
	token.Eq: 3, token.Ne: 3, token.Lt: 3, token.Le: 3, token.Gt: 3, token.Ge: 3,
	token.Plus: 4, token.Minus: 4, token.Star: 5, token.Slash: 5, token.Percent: 5,
}

func (p *parser) expr(above int) ast.Expr {
	x := p.unary()
	for {
		op := p.tok
		prec := precedence[op.Kind]
		if prec <= above {
			return x
		}
		p.advance()
		x = &ast.Binary{ast.NewExpr(op.Pos), op.Kind, x, p.expr(prec)}
	}
}

func (p *parser) unary() ast.Expr {
	switch at := p.tok; at.Kind {
	case token.Minus, token.Not:
		p.advance()
		return &ast.Unary{ast.NewExpr(at.Pos), at.Kind, p.unary()}
	}
	x := p.primary()
	for {
		switch at := ast.NewExpr(p.tok.Pos); p.tok.Kind {
		case token.LParen:
			p.advance()
			x = &ast.Call{at, x, p.list(token.RParen)}
		case token.LBracket:
			p.advance()
			i := p.expr(0)
			p.expect(token.RBracket)
			x = &ast.Index{at, x, i}
		default:
			return x
		}
	}
}

func (p *parser) list(end token.Kind) (list []ast.Expr) {
	for p.tok.Kind != end {
		list = append(list, p.expr(0))
		if !p.accept(token.Comma) {
			break
		}
	}
	p.expect(end)
	return
}

func (p *parser) primary() ast.Expr {
	at := ast.NewExpr(p.tok.Pos)
	switch p.tok.Kind {
	case token.Number:
		text := p.tok.Text
		v, err := strconv.ParseFloat(text, 64)
		if err != nil {
			p.fail("bad number %s", text)
		}
		p.advance()
		return &ast.NumberLit{at, v}
	case token.String:
		return &ast.StringLit{at, p.advance().Text}
	case token.Name:
		return &ast.Ident{at, p.advance().Text}
	case token.True, token.False, token.Nil:
		return &ast.Word{at, p.advance().Kind}
	case token.LBracket:
		p.advance()
		return &ast.ListLit{at, p.list(token.RBracket)}
	case token.Fn:
		f := p.function()
		return f
	case token.LParen:
		p.advance()
		x := p.expr(0)
		p.expect(token.RParen)
		return x
	}
	if p.tok.Kind == token.Bad {
		p.fail("unexpected character %q", p.tok.Text)
	}
	p.fail("unexpected %v", p.tok)
	return nil
}
