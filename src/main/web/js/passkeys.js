/* Adds a passkey, or signs in by one. The forms are hidden until the browser shows that it can. */

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
const words = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
const known = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

async function post(form, path, body) {
  const answer = await fetch(path, {
    method: 'POST', credentials: 'same-origin',
    headers: { 'X-XSRF-TOKEN': form.elements._csrf.value, 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  if (answer.status === 409) location.assign(form.dataset.again);
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

const plain = (credential, response) => ({
  id: credential.id, rawId: words(credential.rawId), type: credential.type, response,
  clientExtensionResults: credential.getClientExtensionResults(),
  authenticatorAttachment: credential.authenticatorAttachment || undefined,
});

async function add(form) {
  const asked = await post(form, '/passkeys/new');
  const made = await navigator.credentials.create({ publicKey: {
    ...asked, challenge: bytes(asked.challenge), user: { ...asked.user, id: bytes(asked.user.id) },
    excludeCredentials: known(asked.excludeCredentials),
  } });
  await post(form, '/passkeys/add', { label: form.elements.label.value, credential: plain(made, {
    attestationObject: words(made.response.attestationObject),
    clientDataJSON: words(made.response.clientDataJSON),
    transports: made.response.getTransports ? made.response.getTransports() : [],
  }) });
  location.reload();
}

async function signIn(form) {
  const asked = await post(form, '/passkeys/ask');
  const used = await navigator.credentials.get({ publicKey: {
    ...asked, challenge: bytes(asked.challenge), allowCredentials: known(asked.allowCredentials),
  } });
  const { to } = await post(form, '/passkeys/sign-in?' + new URLSearchParams(
    { back: form.elements.back.value, lang: document.documentElement.lang }), plain(used, {
    authenticatorData: words(used.response.authenticatorData),
    clientDataJSON: words(used.response.clientDataJSON),
    signature: words(used.response.signature),
    userHandle: used.response.userHandle ? words(used.response.userHandle) : undefined,
  }));
  location.assign(to);
}

if (window.PublicKeyCredential && window.isSecureContext) {
  for (const form of document.querySelectorAll('[data-passkey]')) {
    const fault = form.querySelector('[role=alert]');
    form.hidden = false;
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      fault.textContent = '';
      try {
        await (form.dataset.passkey === 'add' ? add(form) : signIn(form));
      } catch (failed) {
        // Whoever closed the browser's own window knows it; the rest is told in one sentence.
        fault.textContent = form.dataset.failed;
      }
    });
  }
  for (const without of document.querySelectorAll('[data-without-passkeys]')) without.hidden = true;
}
