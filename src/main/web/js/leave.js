/* The quick way out of a sensitive page: by its button or three times Shift, without a step back to it. */
const WITHIN = 4000;

function leave(link) {
  document.documentElement.classList.add('r-leaving'); // gone from sight before the answer comes
  document.title = '…';
  location.replace(link.href);
}

export function startLeave() {
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
    if (persisted && document.documentElement.classList.contains('r-leaving')) location.reload();
  });
}
