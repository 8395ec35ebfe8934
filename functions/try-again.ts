/** Another worker is at the same upload or report: the queue delivers again. */
export class TryAgain extends Error {
  override readonly name = 'TryAgain';
}
