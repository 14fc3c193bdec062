throw new Error(JSON.stringify(Object.keys(process.env).sort()));
