/**
 * Reading was ended at its limit of time, most of which the reader waited for a processor: that says nothing of the file.
 * The queue delivers again.
 */
export class ReaderStarved extends Error {
  override readonly name = 'ReaderStarved';
}
