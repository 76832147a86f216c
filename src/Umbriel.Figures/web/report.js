// Draws every figure of the page; a figure that fails says so in its place.
(() => {
  const refuse = () => Promise.reject(new Error("the report loads nothing from elsewhere"));
  const options = {
    renderer: "svg",
    mode: "vega-lite",
    actions: { export: true, source: false, compiled: false, editor: false },
    loader: { load: refuse, sanitize: refuse, http: refuse, file: refuse },
  };
  for (const place of document.querySelectorAll(".vega")) {
    const spec = JSON.parse(document.getElementById(place.dataset.spec).textContent);
    place.textContent = "";
    vegaEmbed(place, spec, { ...options, downloadFileName: place.id }).then(
      () => place.setAttribute("data-drawn", "yes"),
      (error) => {
        place.textContent = "This figure could not be drawn: " + error.message;
        place.setAttribute("data-drawn", "no");
      });
  }
})();
