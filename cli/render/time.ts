/** A time as clocks here show it. Sweden writes local time as ISO 8601 does. */
export const sayTime = (time: string): string => new Date(time).toLocaleString('sv-SE');
