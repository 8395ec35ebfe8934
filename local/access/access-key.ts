/** The access key by which the services know a function. */
export function accessKeyOf({ name }: { readonly name: string }): string {
  return name.replaceAll(/[^A-Za-z0-9]/g, '');
}
