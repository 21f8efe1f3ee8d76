/**
 * Number of the rules by which texts are indexed (`text/`, `store/vector.ts`): one more whenever they
 * change, so that the next start builds what is there anew.
 */
export const searchRules = 2
