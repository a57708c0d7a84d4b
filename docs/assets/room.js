// Controls that a script adds stand in the room that the page keeps for them, so that nothing below them moves.

/** Put controls before what they are for.
 * @param {HTMLElement} place @param {string} name the room's @param {HTMLElement} controls */
export function putBefore(place, name, controls) {
  const room = place.parentElement?.querySelector(`:scope > [data-room="${name}"]`);
  if (room) room.replaceWith(controls);
  else place.before(controls);
}
