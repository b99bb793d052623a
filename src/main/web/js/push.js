/* Reminders in this device: asks the browser's permission only after a tap, and then sends the form as any other. */
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));

async function subscribe(form) {
  if (await Notification.requestPermission() !== 'granted') throw new Error('denied');
  // The words that the service worker shows: a push itself carries none.
  const words = await caches.open('push-words');
  await words.put('/push-words', new Response(JSON.stringify({
    title: form.dataset.title, body: form.dataset.body, lang: document.documentElement.lang, url: form.dataset.url,
  })));
  const { pushManager } = await navigator.serviceWorker.ready;
  const options = { userVisibleOnly: true, applicationServerKey: bytes(form.dataset.key) };
  let subscription;
  try {
    subscription = await pushManager.subscribe(options);
  } catch (problem) {
    // Subscribed with a key that the house has no more.
    const old = await pushManager.getSubscription();
    if (!old) throw problem;
    await old.unsubscribe();
    subscription = await pushManager.subscribe(options);
  }
  return subscription.endpoint;
}

export function startPush() {
  if (!('PushManager' in window && 'Notification' in window && 'serviceWorker' in navigator && window.isSecureContext)) return;
  for (const form of document.querySelectorAll('[data-push]:not([data-started])')) {
    form.dataset.started = '';
    form.hidden = false;
    const fault = form.querySelector('[role=alert]');
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      fault.textContent = '';
      const button = form.querySelector('button');
      button.disabled = true;
      try {
        form.elements.endpoint.value = await subscribe(form);
        form.elements.time.value = document.getElementById('time').value;
        form.submit();
      } catch {
        fault.textContent = form.dataset.failed;
        button.disabled = false;
      }
    });
  }
}
