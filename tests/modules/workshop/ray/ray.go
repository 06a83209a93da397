// Package ray renders a scene of spheres and planes as characters.
package ray

import (
	"math"
	"strings"
	"sync"
)

// Vec is a vector of three components.
type Vec struct{ X, Y, Z float64 }

// The operations on vectors.
func (a Vec) Add(b Vec) Vec             { return Vec{a.X + b.X, a.Y + b.Y, a.Z + b.Z} }
func (a Vec) Sub(b Vec) Vec             { return Vec{a.X - b.X, a.Y - b.Y, a.Z - b.Z} }
func (a Vec) Scale(s float64) Vec       { return Vec{a.X * s, a.Y * s, a.Z * s} }
func (a Vec) Dot(b Vec) float64         { return a.X*b.X + a.Y*b.Y + a.Z*b.Z }
func (a Vec) Len() float64              { return math.Sqrt(a.Dot(a)) }
func (a Vec) Unit() Vec                 { return a.Scale(1 / a.Len()) }
func (a Vec) Reflect(normal Vec) Vec    { return a.Sub(normal.Scale(2 * a.Dot(normal))) }
func (a Vec) Lerp(b Vec, t float64) Vec { return a.Scale(1 - t).Add(b.Scale(t)) }

// Ray is a half line.
type Ray struct{ Origin, Dir Vec }

// At is a point of the ray.
func (r Ray) At(t float64) Vec { return r.Origin.Add(r.Dir.Scale(t)) }

// Material says how a surface looks.
type Material struct{ Diffuse, Mirror float64 }

// Surface tells its own material.
func (m Material) Surface(Vec) Material { return m }

// Shape is something a ray can hit.
type Shape interface {
	Hit(r Ray) (t float64, ok bool)
	Normal(at Vec) Vec
	Surface(at Vec) Material
}

// Sphere is a ball.
type Sphere struct {
	Centre Vec
	Radius float64
	Material
}

// Hit solves the quadratic equation.
func (s *Sphere) Hit(r Ray) (float64, bool) {
	oc := r.Origin.Sub(s.Centre)
	b := oc.Dot(r.Dir)
	c := oc.Dot(oc) - s.Radius*s.Radius
	d := b*b - c
	if d < 0 {
		return 0, false
	}
	root := math.Sqrt(d)
	for _, t := range [...]float64{-b - root, -b + root} {
		if t > 1e-6 {
			return t, true
		}
	}
	return 0, false
}

// Normal points outwards.
func (s *Sphere) Normal(at Vec) Vec { return at.Sub(s.Centre).Scale(1 / s.Radius) }

// Floor is the plane at a height, with a pattern of squares.
type Floor struct {
	Height     float64
	Even, Odd  Material
	squareSize float64
}

// Hit is where the ray comes down.
func (f Floor) Hit(r Ray) (t float64, ok bool) {
	if math.Abs(r.Dir.Y) < 1e-9 {
		return
	}
	t = (f.Height - r.Origin.Y) / r.Dir.Y
	return t, t > 1e-6
}

// Normal points up.
func (Floor) Normal(Vec) Vec { return Vec{Y: 1} }

// Surface is even or odd.
func (f Floor) Surface(at Vec) Material {
	if (int(math.Floor(at.X))+int(math.Floor(at.Z)))&1 == 0 {
		return f.Even
	}
	return f.Odd
}

// Scene is shapes and a light.
type Scene struct {
	Shapes []Shape
	Light  Vec
}

func (s *Scene) nearest(r Ray) (shape Shape, at float64) {
	at = math.Inf(1)
	for _, candidate := range s.Shapes {
		if t, ok := candidate.Hit(r); ok && t < at {
			shape, at = candidate, t
		}
	}
	return
}

// Trace is the brightness that a ray sees.
func (s *Scene) Trace(r Ray, depth int) float64 {
	shape, t := s.nearest(r)
	if shape == nil {
		return 0.1 + 0.2*max(r.Dir.Y, 0)
	}
	at := r.At(t)
	normal, surface := shape.Normal(at), shape.Surface(at)
	toLight := s.Light.Sub(at)
	light := 0.05
	shadow := Ray{at, toLight.Unit()}
	if _, d := s.nearest(shadow); d > toLight.Len() {
		light += surface.Diffuse * max(0, normal.Dot(shadow.Dir))
	}
	if surface.Mirror > 0 && depth > 0 {
		light += surface.Mirror * s.Trace(Ray{at, r.Dir.Reflect(normal)}, depth-1)
	}
	return min(light, 1)
}

const ramp = " .:-=+*#%@"

// Render draws the scene, rows by several goroutines.
func (s *Scene) Render(width, height, workers int) string {
	rows := make([]string, height)
	jobs := make(chan int)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for y := range jobs {
				var row strings.Builder
				for x := range width {
					dir := Vec{
						(float64(x)+0.5)/float64(width)*2 - 1,
						1 - (float64(y)+0.5)/float64(height)*2,
						-1.5,
					}
					v := s.Trace(Ray{Vec{Y: 0.5, Z: 4}, dir.Unit()}, 3)
					row.WriteByte(ramp[min(int(v*float64(len(ramp))), len(ramp)-1)])
				}
				rows[y] = strings.TrimRight(row.String(), " ")
			}
		})
	}
	for y := range height {
		jobs <- y
	}
	close(jobs)
	wg.Wait()
	return strings.Join(rows, "\n")
}

// Default is a scene.
func Default() *Scene {
	shiny := Material{0.5, 0.5}
	return &Scene{
		Light: Vec{-3, 5, 4},
		Shapes: []Shape{
			&Sphere{Vec{0, 0, 0}, 1, shiny},
			&Sphere{Centre: Vec{1.6, -0.4, 0.8}, Radius: 0.6, Material: Material{Diffuse: 0.9}},
			Floor{Height: -1, Even: Material{Diffuse: 0.8}, Odd: Material{Diffuse: 0.2}},
		},
	}
}
