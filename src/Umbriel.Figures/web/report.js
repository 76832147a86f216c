// Draws every figure of the page, for a phone's width with the legend below; a figure that fails says so in its place.
(() => {
  const refuse = () => Promise.reject(new Error("the report loads nothing from elsewhere"));
  const options = {
    renderer: "svg",
    mode: "vega-lite",
    actions: { export: true, source: false, compiled: false, editor: false },
    loader: { load: refuse, sanitize: refuse, http: refuse, file: refuse },
  };
  const narrow = matchMedia("(max-width: 45rem)");
  const script = { SUB: 0.25, SUP: -0.45 };

  // Legends take no room beside a plot on a narrow page.
  function fitted(spec) {
    if (!narrow.matches) return spec;
    const legend = { ...spec.config.legend, orient: "bottom", direction: "horizontal", columns: 2, labelLimit: 165, offset: 12,
      layout: { bottom: { anchor: "start", direction: "vertical", offset: 12 } } };
    return { ...spec, height: 300, config: { ...spec.config, legend, axis: { ...spec.config.axis, labelFontSize: 11, titleFontSize: 12 } } };
  }

  // Italic letters, indices and powers, which the figures' texts have only as far as Unicode does.
  function set(text, html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    text.textContent = "";
    let baseline = 0;
    (function add(node, italic, level, size) {
      for (const child of node.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) {
          const span = document.createElementNS("http://www.w3.org/2000/svg", "tspan");
          span.textContent = child.data;
          if (italic) span.setAttribute("font-style", "italic");
          if (size !== 1) span.style.fontSize = `${size}em`;
          if (level !== baseline) span.setAttribute("dy", `${((level - baseline) / size).toFixed(3)}em`);
          baseline = level;
          text.append(span);
        } else {
          add(child, italic || child.tagName === "I", level + (script[child.tagName] ?? 0) * size, child.tagName in script ? 0.75 * size : size);
        }
      }
    })(template.content, false, 0, 1);
  }

  function typeset(place, marked) {
    for (const text of place.querySelectorAll("svg text")) {
      if (Object.hasOwn(marked, text.textContent) && !text.firstElementChild) set(text, marked[text.textContent]);
    }
  }

  function draw(place) {
    const spec = JSON.parse(document.getElementById(place.dataset.spec).textContent);
    place.removeAttribute("data-drawn");
    place.dataset.narrow = narrow.matches;
    place.textContent = "";
    vegaEmbed(place, fitted(spec), { ...options, downloadFileName: place.id }).then(
      () => {
        typeset(place, spec.usermeta.marked);
        new MutationObserver(() => typeset(place, spec.usermeta.marked)).observe(place.querySelector("svg"), { childList: true, subtree: true, characterData: true });
        place.setAttribute("data-drawn", "yes");
      },
      (error) => {
        place.textContent = "This figure could not be drawn: " + error.message;
        place.setAttribute("data-drawn", "no");
      });
  }

  const drawAll = () => document.querySelectorAll(".vega").forEach(draw);
  narrow.addEventListener("change", drawAll);
  drawAll();
})();
