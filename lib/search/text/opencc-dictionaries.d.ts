/** OpenCC's tables as the package ships them: `乾 干|於 于|…`. */
declare module 'opencc-js/dict/*' {
  const entries: string
  export default entries
}
