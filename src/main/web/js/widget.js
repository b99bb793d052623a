/* Rinnalla within another page: puts a frame where this script stands, as high as what is in it.
   <script src="https://…/widget.js" data-query="where=Hyvinkää&when=week" data-language="fi" async></script> */
(() => {
  const script = document.currentScript;
  if (!script) return;
  const { origin } = new URL(script.src);
  const said = script.dataset;
  const asked = new URLSearchParams(said.query || '');
  for (const name of ['language', 'size', 'accent', 'text']) if (said[name]) asked.set(name, said[name]);
  const frame = document.createElement('iframe');
  frame.src = `${origin}/embed?${asked}`;
  frame.title = said.title || 'Rinnalla';
  frame.width = '100%';
  frame.height = '480';
  // By script and not by attribute, which a strict page may forbid.
  frame.style.border = '0';
  script.after(frame);
  window.addEventListener('message', (event) => {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    const height = Math.ceil(Number(event.data && event.data.rinnallaHeight));
    if (height > 0 && height < 20000) frame.height = String(height);
  });
})();
