import { documentOfFonts, stubBrowser } from './browser-stubs.ts';
import type { PdfjsDocument } from './pdfjs-document.ts';

/** What pdf.js needs from outside. */
export interface PdfjsSources {
  /** A character map of the PDF specification, such as `GBK-EUC-H`, as pdf.js packs it; undefined if there is none. */
  readonly readCMap: (name: string) => Promise<Uint8Array | undefined>;
  /** URL of the module in which pdf.js keeps its parser; without one it is looked for beside pdf.js itself. */
  readonly parserModule?: string;
  /** Called around the loading of the packages, for what must hold only then. */
  readonly whileLoading?: <T>(load: () => Promise<T>) => Promise<T>;
}

/** Loads the packages, which takes a fifth of a second, and is done once. */
export async function loadPdfjs(sources: PdfjsSources): Promise<(bytes: Uint8Array) => Promise<PdfjsDocument>> {
  stubBrowser();
  const { whileLoading = (load) => load() } = sources;
  const { PDFParse } = await whileLoading(() => import('pdf-parse'));
  if (sources.parserModule !== undefined) PDFParse.setWorker(sources.parserModule);
  return (bytes) => {
    const parse = new PDFParse({ data: bytes.slice(), ...optionsFor(sources) });
    // `load` is private in the declarations only; it is the way to the document that every public method reads from.
    return (parse as unknown as { load(): Promise<PdfjsDocument> }).load();
  };
}

function optionsFor({ readCMap }: PdfjsSources) {
  return {
    verbosity: 0,
    // An error that is passed over would leave out text without a word.
    stopAtErrors: true,
    isEvalSupported: false,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableFontFace: false,
    // Gives the tables that tell whether a font says what its codes mean.
    fontExtraProperties: true,
    ownerDocument: documentOfFonts(),
    CanvasFactory: NothingPainted,
    FilterFactory: NothingPainted,
    CMapReaderFactory: class {
      async fetch({ name }: { name: string }) {
        const cMapData = await readCMap(name);
        if (!cMapData) throw new Error('no such character map');
        return { cMapData, isCompressed: true };
      }
    },
    StandardFontDataFactory: NothingFetched,
    WasmFactory: NothingFetched,
  };
}

class NothingPainted {
  destroy(): void {}
}

class NothingFetched {
  async fetch(): Promise<never> {
    throw new Error('not needed for reading');
  }
}
