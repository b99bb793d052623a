/* The quick way out of a sensitive page: by its button or three times Shift, without a step back to it. */
const WITHIN = 4000;
const LEFT = 'rinnalla-left=';

function leave(link) {
  document.documentElement.classList.add('r-leaving'); // gone from sight before the answer comes
  document.title = '…';
  sessionStorage.clear();
  document.dispatchEvent(new Event('rinnalla:leave'));
  location.replace(link.href);
}

/** Only the last page can be taken out of the browser's history: a step back to one before it leads away again. */
function stayAway() {
  if (!document.cookie.includes(LEFT)) return;
  const link = document.querySelector('[data-leave]');
  if (performance.getEntriesByType('navigation')[0]?.type !== 'back_forward') document.cookie = `${LEFT}; Max-Age=0; Path=/`;
  else if (link) leave(link);
}

export function startLeave() {
  stayAway();
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('[data-leave]');
    if (!link || event.button) return;
    event.preventDefault();
    leave(link);
  });
  let presses = [];
  document.addEventListener('keyup', ({ key, timeStamp }) => {
    const link = document.querySelector('[data-leave]');
    if (key !== 'Shift' || !link) { presses = []; return; }
    presses = presses.filter((at) => timeStamp - at < WITHIN).concat(timeStamp);
    if (presses.length === 3) leave(link);
  });
  // A browser that kept the page would show it on a step back.
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    const link = document.cookie.includes(LEFT) && document.querySelector('[data-leave]');
    if (document.documentElement.classList.contains('r-leaving')) location.reload();
    else if (link) leave(link);
  });
}
