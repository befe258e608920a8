// pdf.js, as it loads, adds a method to Response where a Node has none; only looking at that class makes Node load all
// it fetches with, a tenth of what a PDF's process takes to be ready. Nothing is fetched there: an empty class of that
// name takes the method. Imported before pdf.js.

Object.assign(globalThis, { Response: class Response {} });
