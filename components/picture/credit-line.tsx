import type { Picture } from '../../lib/pictures.ts'

/** Caption, credit and licence, as they stand below a picture. */
export function CreditLine({ picture }: { picture: Picture }) {
  const { caption, credit, licence } = picture
  return (
    <>
      {caption && `${caption} `}
      <small>{licence ? `${credit} · ${licence}` : credit}</small>
    </>
  )
}
