/* The page of things to take along: a button that copies, and a preview as high as what is in it. */
const heard = new WeakSet();

export function startCopy() {
  for (const button of document.querySelectorAll('[data-copy]')) {
    const field = document.getElementById(button.dataset.copy);
    if (!field || !navigator.clipboard || heard.has(button)) continue;
    heard.add(button);
    button.hidden = false;
    const said = button.parentElement.querySelector('[role=status]');
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(field.value);
        said.textContent = button.dataset.copied;
      } catch {
        field.select();
        said.textContent = button.dataset.failed;
      }
      setTimeout(() => { said.textContent = ''; }, 5000);
    });
  }
}

window.addEventListener('message', ({ data, source, origin }) => {
  if (origin !== location.origin) return;
  const high = Math.ceil(Number(data && data.rinnallaHeight));
  for (const frame of document.querySelectorAll('[data-as-high-as-inside]')) {
    if (frame.contentWindow === source && high > 0 && high < 20000) frame.height = String(high);
  }
});
