// A photo is made small before it is sent: a phone on a slow line fetches it, and where it was taken is nobody's business.
const edge = 320;

for (const input of document.querySelectorAll<HTMLInputElement>("input[data-shrink]"))
  input.addEventListener("change", () => void shrink(input));

async function shrink(input: HTMLInputElement): Promise<void> {
  const file = input.files?.[0];
  if (!file) return;
  const drawn = await draw(file).catch(() => null); // not a picture: the server says so
  if (!drawn || input.files?.[0] !== file) return;
  const files = new DataTransfer();
  files.items.add(new File([drawn], file.name, { type: drawn.type }));
  input.files = files.files;
}

async function draw(file: File): Promise<Blob | null> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, edge / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d")!.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return await new Promise(resolve => canvas.toBlob(resolve, "image/webp", 0.8)); // a browser that cannot makes a PNG
}
