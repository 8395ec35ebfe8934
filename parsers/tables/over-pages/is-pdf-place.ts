import type { Cell, PdfPlace } from '../../document/document.ts';

export const isPdfPlace = (where: Cell['where']): where is PdfPlace => 'page' in where;
