/* A card and its marker light up together. */
export const lit = (element, on) => element?.classList.toggle('is-lit', on);
const card = (key) => document.querySelector(`.r-card[data-key="${CSS.escape(key)}"]`);

export function listen({ clusters, byKey }) {
  const markerOf = (event) => {
    const element = event.target.closest?.('.r-card[data-key]');
    return element && byKey.get(element.dataset.key);
  };
  let shown;
  const show = (event) => {
    const marker = markerOf(event);
    const icon = marker && clusters.getVisibleParent(marker)?.getElement?.();
    if (icon === shown) return;
    lit(shown, false);
    lit(icon, true);
    shown = icon || undefined;
  };
  for (const name of ['mouseover', 'focusin']) document.addEventListener(name, show);
  for (const [key, marker] of byKey) {
    marker.on('mouseover', () => lit(card(key), true));
    marker.on('mouseout', () => lit(card(key), false));
    marker.on('add', () => {
      const icon = marker.getElement();
      icon?.addEventListener('focus', () => lit(card(key), true));
      icon?.addEventListener('blur', () => lit(card(key), false));
    });
  }
  return () => { for (const name of ['mouseover', 'focusin']) document.removeEventListener(name, show); };
}
