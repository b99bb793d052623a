/* Whoever changes the language in the middle of writing keeps what they wrote: it goes with them to the same page in the other language, and nowhere else. */
const KEY = 'rinnalla-typed';
const NOT_TYPED = ['hidden', 'password', 'file', 'submit', 'button', 'image', 'reset'];

const forms = () => [...document.querySelectorAll('main form[method=post]')];
const typed = (form) => [...form.elements].filter(({ name, type }) => name && !NOT_TYPED.includes(type));
const isTicked = ({ type }) => type === 'checkbox' || type === 'radio';

function isChanged(field) {
  if (isTicked(field)) return field.checked !== field.defaultChecked;
  if (field.options) return [...field.options].some((it) => it.selected !== it.defaultSelected);
  return field.value !== field.defaultValue;
}

/** A page with faults, or one that asks whether all is right, holds what no other page knows. */
function take(link) {
  const fields = forms().flatMap(typed);
  if (fields.length && !document.getElementById('faults') && !fields.some(isChanged)) return;
  const kept = forms().map((form) => [...new FormData(form)].filter(([name, value]) => name !== '_csrf' && typeof value === 'string'));
  sessionStorage.setItem(KEY, JSON.stringify({ to: link.href, kept }));
}

function put(field, values) {
  if (isTicked(field)) field.checked = values.includes(field.value);
  else if (values.length) field.value = values.shift();
  if (!isChanged(field)) return;
  const fold = field.closest('details');
  if (fold) fold.open = true;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

export function startKeep() {
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('.r-langs a');
    if (link && !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey) take(link);
  });
  const { to, kept } = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
  sessionStorage.removeItem(KEY);
  if (to !== location.href) return;
  forms().forEach((form, n) => {
    const values = Map.groupBy(kept[n] ?? [], ([name]) => name);
    for (const [name, pairs] of values) values.set(name, pairs.map(([, value]) => value));
    for (const field of typed(form)) put(field, values.get(field.name) ?? []);
  });
}
