package debug

import (
	"errors"
	"runtime"
	"strconv"
	"strings"
)

// BuildInfo tells how a program was built.
type BuildInfo struct {
	GoVersion string         `json:",omitempty"`
	Path      string         `json:",omitempty"`
	Main      Module         `json:""`
	Deps      []*Module      `json:",omitempty"`
	Settings  []BuildSetting `json:",omitempty"`
}

// A Module is a module that a program is made of.
type Module struct {
	Path    string  `json:",omitempty"`
	Version string  `json:",omitempty"`
	Sum     string  `json:",omitempty"`
	Replace *Module `json:",omitempty"`
}

// A BuildSetting is a setting of the build.
type BuildSetting struct {
	Key   string `json:",omitempty"`
	Value string `json:",omitempty"`
}

// ReadBuildInfo returns how the running program was built.
func ReadBuildInfo() (info *BuildInfo, ok bool) {
	return &BuildInfo{
		GoVersion: runtime.Version(),
		Path:      "command-line-arguments",
		Settings: []BuildSetting{
			{"-compiler", runtime.Compiler},
			{"GOARCH", runtime.GOARCH},
			{"GOOS", runtime.GOOS},
		},
	}, true
}

// String returns the lines that ParseBuildInfo reads.
func (bi *BuildInfo) String() string {
	var b strings.Builder
	line := func(word string, parts ...string) {
		b.WriteString(word)
		for _, part := range parts {
			b.WriteByte('\t')
			b.WriteString(part)
		}
		b.WriteByte('\n')
	}
	module := func(word string, m *Module) {
		if m.Replace == nil {
			line(word, m.Path, m.Version, m.Sum)
			return
		}
		line(word, m.Path, m.Version)
		line("=>", m.Replace.Path, m.Replace.Version, m.Replace.Sum)
	}
	if bi.GoVersion != "" {
		line("go", bi.GoVersion)
	}
	if bi.Path != "" {
		line("path", bi.Path)
	}
	if bi.Main != (Module{}) {
		module("mod", &bi.Main)
	}
	for _, dep := range bi.Deps {
		module("dep", dep)
	}
	for _, s := range bi.Settings {
		line("build", quoted(s.Key, "= \t\r\n\"`")+"="+quoted(s.Value, " \t\r\n\"`"))
	}
	return b.String()
}

// quoted returns s, in quotes if it is empty as a key or has one of the special characters.
func quoted(s, special string) string {
	if strings.ContainsAny(s, special) || s == "" && special[0] == '=' {
		return strconv.Quote(s)
	}
	return s
}

var errSyntax = errors.New("invalid build info")

// ParseBuildInfo reads what String writes; lines with unknown words are passed over.
func ParseBuildInfo(data string) (bi *BuildInfo, err error) {
	number := 0
	defer func() {
		if err != nil {
			err = errors.New("could not parse Go build info: line " + strconv.Itoa(number) + ": " + err.Error())
		}
	}()
	bi = new(BuildInfo)
	var last *Module
	for data != "" {
		var line string
		line, data, _ = strings.Cut(data, "\n")
		number++
		word, rest, _ := strings.Cut(line, "\t")
		parts := strings.Split(rest, "\t")
		switch word {
		case "go":
			bi.GoVersion = rest
		case "path":
			bi.Path = rest
		case "mod", "dep":
			m, err := parseModule(parts)
			if err != nil {
				return nil, err
			}
			last = m
			if word == "mod" {
				bi.Main = *m
				last = &bi.Main
			} else {
				bi.Deps = append(bi.Deps, m)
			}
		case "=>":
			m, err := parseModule(parts)
			if err != nil || len(parts) != 3 {
				return nil, errors.New("expected 3 columns for replacement; got " + strconv.Itoa(len(parts)))
			}
			if last == nil {
				return nil, errors.New("replacement with no module on previous line")
			}
			last.Replace = m
			last = nil
		case "build":
			s, err := parseSetting(rest)
			if err != nil {
				return nil, err
			}
			bi.Settings = append(bi.Settings, s)
		}
	}
	return bi, nil
}

func parseModule(parts []string) (*Module, error) {
	if len(parts) != 2 && len(parts) != 3 {
		return nil, errors.New("expected 2 or 3 columns; got " + strconv.Itoa(len(parts)))
	}
	m := &Module{Path: parts[0], Version: parts[1]}
	if len(parts) == 3 {
		m.Sum = parts[2]
	}
	return m, nil
}

func parseSetting(text string) (s BuildSetting, err error) {
	if text == "" {
		return s, errors.New("build line missing '='")
	}
	if text[0] == '"' || text[0] == '`' {
		quotedKey, err := strconv.QuotedPrefix(text)
		if err != nil {
			return s, errSyntax
		}
		s.Key, _ = strconv.Unquote(quotedKey)
		text = text[len(quotedKey):]
		if !strings.HasPrefix(text, "=") {
			return s, errors.New("build line missing '=' after key")
		}
		s.Value = text[1:]
	} else {
		var ok bool
		if s.Key, s.Value, ok = strings.Cut(text, "="); !ok {
			return s, errors.New("build line missing '=' after key")
		}
	}
	if s.Value != "" && (s.Value[0] == '"' || s.Value[0] == '`') {
		if s.Value, err = strconv.Unquote(s.Value); err != nil {
			return s, errSyntax
		}
	}
	return s, nil
}
