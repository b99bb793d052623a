/* Tells the page around how high this one is; nothing else, and so anybody may hear it. */
(() => {
  if (window.parent === window) return;
  const tell = () => window.parent.postMessage(
    { rinnallaHeight: document.documentElement.getBoundingClientRect().height }, '*');
  new ResizeObserver(tell).observe(document.documentElement);
  window.addEventListener('load', tell);
})();
