/**
 * Points out a place on a map that has data-pick="name of a field": the cross stays in the middle, the map moves
 * under it by finger, mouse or arrow keys, and Enter, a click or the button below writes the point in the field.
 */
export function pick(map, element, mark) {
  const { pick: name, pickHere, picked } = element.dataset;
  const field = element.closest('form')?.elements[name];
  if (!field) return;
  const make = (tag, className) => Object.assign(document.createElement(tag), { className });
  const cross = make('span', 'r-map__cross');
  cross.setAttribute('aria-hidden', 'true');
  element.append(cross);
  const button = make('button', 'ds-button r-button');
  button.type = 'button';
  button.dataset.variant = 'secondary';
  button.textContent = pickHere;
  const said = make('p', 'r-field__hint');
  said.setAttribute('role', 'status');
  element.after(button, said);

  let marker;
  const show = (at) => { marker = marker ? marker.setLatLng(at) : mark(at); };
  const choose = () => {
    const at = map.getCenter();
    field.value = `${at.lat.toFixed(5)}, ${at.lng.toFixed(5)}`;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    show(at);
    said.textContent = `${picked}: ${field.value}`;
  };
  button.addEventListener('click', choose);
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.target !== element) return;
    event.preventDefault();
    choose();
  });
  map.on('click', ({ latlng }) => { map.panTo(latlng, { animate: false }); choose(); });
  if (field.value) show(map.getCenter());
}
