// Tells in window.still whether this page has come to rest. Runs before the page's scripts.
(() => {
  // What glides into place is drawn sixty times a second, without a graphics card a good part of a page's work; here it jumps.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("*, *::before, *::after { animation-duration: 0s !important; animation-delay: 0s !important; transition: none !important; }");
  document.adoptedStyleSheets = [sheet];

  const still = (window.still = { looks: 0, moved: true, asked: false });
  const move = () => (still.moved = true);
  new MutationObserver(move).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const name of ["fillText", "fillRect", "stroke", "fill", "drawImage"]) {
    const draw = CanvasRenderingContext2D.prototype[name];
    CanvasRenderingContext2D.prototype[name] = function (...values) {
      move();
      return draw.apply(this, values);
    };
  }

  // A run that the page has asked for has not begun before the server says so, which takes a busy machine a while.
  const RERUN = (11 << 3) | 2; // how a BackMsg opens that holds rerun_script
  const sockets = new WeakSet();
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (message) {
    if (!sockets.has(this)) this.addEventListener("message", () => (still.moved = !(still.asked = false)));
    sockets.add(this);
    if (new Uint8Array(message)[0] === RERUN) still.asked = true;
    return send.call(this, message);
  };

  const fading = () =>
    document.getAnimations().some((one) => one.playState === "running" && one.effect.getComputedTiming().endTime < Infinity);
  const drawing = () =>
    document.querySelector("[data-testid=stSkeleton], [data-testid=stAppSkeleton]") ||
    [...document.querySelectorAll("[data-testid=stVegaLiteChart]")].some((chart) => !chart.querySelector("svg.marks"));
  const busy = () =>
    still.moved || still.asked || document.querySelector("[data-testid=stApp]")?.dataset.testScriptState !== "notRunning" ||
    document.fonts.status !== "loaded" || drawing() || fading();

  // Looks in a row are counted, not milliseconds: on a busy machine each look still leaves the page a turn to move.
  still.look = () => {
    still.looks = busy() ? 0 : still.looks + 1;
    still.moved = false;
    return still.looks > 6;
  };
})();
