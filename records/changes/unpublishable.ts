/** What a change rests on cannot be read: no event can be made of it until somebody mends that. */
export class Unpublishable extends Error {
  override readonly name = 'Unpublishable';
}
