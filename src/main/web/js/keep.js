/* Whoever changes the language in the middle of writing keeps what they wrote: it goes with them to the same page in the other language, and nowhere else. */
const KEY = 'rinnalla-typed';
const NOT_TYPED = ['hidden', 'password', 'file', 'submit', 'button', 'image', 'reset'];

/** Each field of the page's forms by a name that is the same in every language. */
function fields() {
  return [...document.querySelectorAll('main form[method=post]')].flatMap((form, n) => {
    const seen = new Map();
    return [...form.elements].filter((it) => it.name && !NOT_TYPED.includes(it.type)).map((field) => {
      const name = `${n} ${field.name}`;
      const nth = seen.get(name) ?? 0;
      seen.set(name, nth + 1);
      return [`${name} ${nth}`, field];
    });
  });
}

const isTicked = ({ type }) => type === 'checkbox' || type === 'radio';
function isChanged(field) {
  if (isTicked(field)) return field.checked !== field.defaultChecked;
  if (field.options) return [...field.options].some((it) => it.selected !== it.defaultSelected);
  return field.value !== field.defaultValue;
}
function put(field, value) {
  if (isTicked(field)) field.checked = value; else field.value = value;
  const fold = field.closest('details');
  if (fold) fold.open = true;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** A page with faults holds what was sent, which no other page knows. */
function take(link) {
  const all = document.getElementById('faults') !== null;
  const kept = fields().filter(([, field]) => all || isChanged(field))
    .map(([name, field]) => [name, isTicked(field) ? field.checked : field.value]);
  if (kept.length) sessionStorage.setItem(KEY, JSON.stringify({ to: link.href, kept }));
}

export function startKeep() {
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('.r-langs a');
    if (link && !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey) take(link);
  });
  const { to, kept } = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
  sessionStorage.removeItem(KEY);
  if (to !== location.href) return;
  const here = new Map(fields());
  for (const [name, value] of kept) if (here.has(name)) put(here.get(name), value);
}
