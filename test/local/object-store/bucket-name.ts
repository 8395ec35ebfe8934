export const BUCKET = 'inbox';
