SwaggerUIBundle({
  url: new URL("../openapi", document.baseURI).href,
  dom_id: "#ui",
  deepLinking: true,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis],
});
