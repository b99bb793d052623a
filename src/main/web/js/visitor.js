/* What the visitor may ask of the browser: where am I, share this, remember my town. */

const once = (selector, use) => {
  for (const element of document.querySelectorAll(`${selector}:not([data-ready])`)) {
    element.dataset.ready = '';
    use(element);
  }
};

/** A polite line next to the button; made once, so that screen readers notice its changes. */
function say(button, text) {
  let line = button.nextElementSibling;
  if (!line || !line.matches('[data-said]')) {
    line = document.createElement('span');
    line.dataset.said = '';
    line.className = 'r-said';
    line.setAttribute('role', 'status');
    button.after(line);
  }
  line.textContent = '';
  setTimeout(() => { line.textContent = text; }, 50);
}

function hidden(form, name) {
  let input = form.querySelector(`input[name="${name}"]`);
  if (!input) {
    input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    form.append(input);
  }
  return input;
}

export function startLocate() {
  if (!('geolocation' in navigator) || !window.isSecureContext) return;
  once('[data-locate]', (button) => {
    const form = button.closest('form');
    const where = form.querySelector('.r-field--where input:not([type=hidden])');
    button.hidden = false;
    where?.addEventListener('input', () => { // a typed place replaces the position
      for (const name of ['lat', 'lon']) { const i = form.querySelector(`input[name="${name}"]`); if (i) i.value = ''; }
    });
    button.addEventListener('click', () => {
      button.setAttribute('aria-busy', 'true');
      navigator.geolocation.getCurrentPosition(({ coords }) => {
        button.removeAttribute('aria-busy');
        hidden(form, 'lat').value = coords.latitude.toFixed(3); // about 100 m: near enough, and no nearer
        hidden(form, 'lon').value = coords.longitude.toFixed(3);
        if (where) where.value = '';
        form.requestSubmit();
      }, () => {
        button.removeAttribute('aria-busy');
        if (button.dataset.failed) say(button, button.dataset.failed);
        where?.focus();
      }, { enableHighAccuracy: false, timeout: 10000, maximumAge: 300000 });
    });
  });
}

export function startShare() {
  if (!navigator.share && !navigator.clipboard) return;
  once('[data-share]', (button) => {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const url = document.querySelector('link[rel=canonical]')?.href || location.href;
      try {
        if (navigator.share) await navigator.share({ title: document.title, url });
        else { await navigator.clipboard.writeText(url); say(button, button.dataset.done || url); }
      } catch (problem) {
        if (problem.name !== 'AbortError') say(button, url);
      }
    });
  });
  once('[data-print]', (button) => {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  });
}

/* data-remember="where" on the field: kept only when the visitor sends the form, offered on the front page. */
export function startRemember() {
  once('[data-remember]', (field) => {
    const key = `rinnalla.${field.dataset.remember || field.name}`;
    try {
      if (!field.value && /^\/(fi|sv|en)?\/?$/.test(location.pathname)) field.value = localStorage.getItem(key) ?? '';
      const keep = () => {
        if (field.value.trim()) localStorage.setItem(key, field.value.trim()); else localStorage.removeItem(key);
      };
      field.addEventListener('change', keep);
    } catch { /* storage refused: nothing is remembered */ }
  });
}
