/** The part of saxen that is used in this project; the package brings no types. */
declare module 'saxen' {
  export class Parser {
    /** Maps namespace URIs to the prefixes that names are reported with. */
    ns(prefixes: Readonly<Record<string, string>>): this;
    on(event: 'openTag', handle: (name: string, attributes: () => Readonly<Record<string, string>>) => void): this;
    on(event: 'closeTag', handle: (name: string) => void): this;
    on(event: 'text', handle: (text: string, decodeEntities: (text: string) => string) => void): this;
    on(event: 'cdata' | 'attention', handle: (text: string) => void): this;
    on(event: 'error' | 'warn', handle: (error: Error) => void): this;
    /** Ends the pass after the handler that calls it. */
    stop(): void;
    parse(xml: string): Error | null;
  }
}
