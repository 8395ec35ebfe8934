import { Parser } from 'saxen';
import { S3Error } from './errors.ts';

export interface XmlNode {
  name: string;
  text: string;
  children: XmlNode[];
}

/** The root element of a request body, which must be called `name`. Attributes and prefixes are dropped. Throws MalformedXML. */
export function readXml(xml: string, name: string): XmlNode {
  const top: XmlNode = { name: '', text: '', children: [] };
  const open = [top];
  const parser = new Parser();
  parser.on('openTag', (tag) => {
    const node: XmlNode = { name: tag.replace(/^.*:/, ''), text: '', children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closeTag', () => {
    open.pop();
  });
  const addText = (text: string) => {
    const node = open.at(-1);
    if (node) node.text += text;
  };
  parser.on('text', (text, decodeEntities) => addText(decodeEntities(text)));
  parser.on('cdata', addText);
  parser.on('attention', refuse);
  parser.on('error', refuse);
  parser.parse(xml);
  const root = top.children[0];
  if (!root || root.name !== name) return refuse();
  return root;
}

/** The text of the first child called `name`. */
export function childText(node: XmlNode, name: string): string | undefined {
  return node.children.find((child) => child.name === name)?.text;
}

function refuse(): never {
  throw new S3Error(
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema',
  );
}
