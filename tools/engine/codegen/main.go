package main

import (
	"encoding/json"
	"log"
	"os"
	"path/filepath"

	"github.com/pulumi/pulumi/pkg/v3/codegen/nodejs"
	"github.com/pulumi/pulumi/pkg/v3/codegen/schema"
)

// The generator asks for 4.x alone, and npm overrides do not reach a linked package before npm 11.
const typescript = "^4.7.0 || ^6.0.0"

func main() {
	if len(os.Args) != 3 {
		log.Fatal("usage: codegen <schema.json> <folder>")
	}
	var spec schema.PackageSpec
	check(json.Unmarshal(must(os.ReadFile(os.Args[1])), &spec))
	var node map[string]any
	check(json.Unmarshal(spec.Language["nodejs"], &node))
	node["typescriptVersion"] = typescript
	spec.Language["nodejs"] = must(json.Marshal(node))

	options := schema.ValidationOptions{AllowDanglingReferences: true}
	pkg, diagnostics, err := schema.BindSpec(spec, schema.NewNullLoader(), options)
	check(err)
	if diagnostics.HasErrors() {
		log.Fatal(diagnostics)
	}
	// `true` asks for a local package, as `pulumi package add` does.
	for name, content := range must(nodejs.GeneratePackage("pulumi", pkg, nil, nil, true, nil)) {
		file := filepath.Join(os.Args[2], filepath.FromSlash(name))
		check(os.MkdirAll(filepath.Dir(file), 0o755))
		check(os.WriteFile(file, content, 0o644))
	}
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
