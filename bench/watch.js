// Notes in window.bench when this page last changed, in its own performance.now(). Runs before the page's scripts.
(() => {
  const FIGURE = "[data-testid=stVegaLiteChart], [data-testid=stDataFrame]";
  const CONTROL = "[data-testid=stButtonGroup], [data-testid=stSelectbox]";
  const MARK = "[data-testid=stVegaLiteChart] .role-mark path, [data-testid=stVegaLiteChart] .role-mark rect";
  const seen = (window.bench = { started: 0, numbers: 0, title: 0, content: 0, figures: 0, drawn: 0, mark: 0, any: 0 });
  let sentence = null;
  let title = null;

  const element = (node) => (node.nodeType === 1 ? node : node.parentElement);
  const holdsFigure = (node) => node.nodeType === 1 && (node.matches(FIGURE) || node.querySelector(FIGURE));
  const inFigure = ({ target, addedNodes }) => element(target)?.closest(FIGURE) || [...addedNodes].some(holdsFigure);

  new MutationObserver((records) => {
    const now = performance.now();
    seen.any = now;
    // The filter sentence is the first bold text of the page; the empty page echoes its widget in bold.
    const text = document.querySelector("[data-testid=stMain] strong")?.textContent ?? null;
    if (text !== sentence) seen.numbers = now;
    sentence = text;
    const heading = document.querySelector("[data-testid=stMain] h1")?.textContent ?? null;
    if (heading !== title) seen.title = now;
    title = heading;
    // What a page shows beside its controls: texts and elements that come and go, wherever they stand.
    const inPage = (node) => node?.closest("[data-testid=stMain]") && !node.closest(CONTROL);
    const shows = ({ type, target }) => type !== "attributes" && inPage(element(target));
    if (records.some(shows)) seen.content = now;
    const changes = records.filter(inFigure);
    if (changes.length) seen.figures = now;
    // A table keeps a copy of its cells for screen readers inside its canvas: a change, but nothing that is drawn.
    if (changes.some(({ target }) => !element(target)?.closest("canvas"))) seen.drawn = now;
    if (!seen.mark && document.querySelector(MARK)) seen.mark = now;
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

  for (const name of ["fillText", "fillRect", "stroke", "fill", "drawImage"]) {
    const draw = CanvasRenderingContext2D.prototype[name];
    CanvasRenderingContext2D.prototype[name] = function (...values) {
      seen.figures = seen.drawn = seen.content = seen.any = performance.now();
      return draw.apply(this, values);
    };
  }
  for (const name of ["pointerdown", "keydown"]) {
    addEventListener(name, (event) => (seen.started = event.timeStamp), { capture: true });
  }
})();
