package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"

	golang "github.com/pulumi/pulumi/pkg/v3/codegen/go"
	"github.com/pulumi/pulumi/pkg/v3/codegen/nodejs"
	"github.com/pulumi/pulumi/pkg/v3/codegen/python"
	"github.com/pulumi/pulumi/pkg/v3/codegen/schema"
)

// The generator asks for 4.x alone, and npm overrides do not reach a linked package before npm 11.
const typescript = "^4.7.0 || ^6.0.0"

const tool = "pulumi"

func main() {
	if len(os.Args) != 4 {
		log.Fatal("usage: codegen <nodejs|python|go> <schema.json> <folder>")
	}
	var spec schema.PackageSpec
	check(json.Unmarshal(must(os.ReadFile(os.Args[2])), &spec))
	for name, content := range must(generate(os.Args[1], spec)) {
		file := filepath.Join(os.Args[3], filepath.FromSlash(name))
		check(os.MkdirAll(filepath.Dir(file), 0o755))
		check(os.WriteFile(file, content, 0o644))
	}
}

// A local package, as `pulumi package add` writes it.
func generate(language string, spec schema.PackageSpec) (map[string][]byte, error) {
	switch language {
	case "nodejs":
		var node map[string]any
		check(json.Unmarshal(spec.Language["nodejs"], &node))
		node["typescriptVersion"] = typescript
		spec.Language["nodejs"] = must(json.Marshal(node))
		return nodejs.GeneratePackage(tool, bound(spec), nil, nil, true, nil)
	case "python":
		return python.GeneratePackage(tool, bound(spec), nil, nil)
	case "go":
		return golang.GeneratePackage(tool, bound(spec), nil)
	default:
		return nil, fmt.Errorf("no generator for %s", language)
	}
}

func bound(spec schema.PackageSpec) *schema.Package {
	options := schema.ValidationOptions{AllowDanglingReferences: true}
	pkg, diagnostics, err := schema.BindSpec(spec, schema.NewNullLoader(), options)
	check(err)
	if diagnostics.HasErrors() {
		log.Fatal(diagnostics)
	}
	return pkg
}

func must[T any](value T, err error) T {
	check(err)
	return value
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
