/**
 * The projects: `unit` (pure, quick), `integration` (a real PostgreSQL, real processes), `browser` (the
 * built portal behind its edge, in Chromium) and `soak` (the same under readers for minutes). `npm test`
 * runs all of them; one file:
 * `NODE_OPTIONS=--experimental-vm-modules npx jest --selectProjects unit <path>`.
 */
const swc = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx },
      transform: { react: { runtime: 'automatic' } },
      // `with { type: 'json' }`: jest warns when it is missing.
      experimental: { keepImportAttributes: true },
    },
    module: { type: 'es6' },
  },
]

const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  // The last picks Lexical's plain modules: see `scripts/start/bundle.mjs`.
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons', 'production'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: { '\\.ts$': swc(false), '\\.tsx$': swc(true) },
  moduleNameMapper: {
    '\\.css$': '<rootDir>/__tests__/harness/css-modules.js',
    '^\\.\\./messages/([a-z-]+)\\.json$': '<rootDir>/__tests__/harness/messages/$1.js',
    '^server-only$': '<rootDir>/__tests__/harness/server-only.js',
    '^@payload-config$': '<rootDir>/newsroom/payload.config.ts',
    '^@/(.*)$': '<rootDir>/$1',
  },
  setupFiles: ['<rootDir>/__tests__/harness/jest-global.js'],
  modulePathIgnorePatterns: ['<rootDir>/.next/', '<rootDir>/.build/', '<rootDir>/data/'],
}

const servedPortal = {
  globalSetup: '<rootDir>/__tests__/harness/browser-setup.mjs',
  globalTeardown: '<rootDir>/__tests__/harness/teardown.mjs',
  setupFilesAfterEnv: ['<rootDir>/__tests__/harness/patience.js'],
}

/** @type {import('jest').Config} */
export default {
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/__tests__/unit/**/*.test.ts?(x)',
        '<rootDir>/{app,components,content,edge,enhance,lib,newsroom,scripts}/**/*.test.ts?(x)',
      ],
    },
    {
      ...shared,
      displayName: 'integration',
      testMatch: ['<rootDir>/__tests__/integration/**/*.test.ts?(x)'],
      globalSetup: '<rootDir>/__tests__/harness/integration-setup.mjs',
      globalTeardown: '<rootDir>/__tests__/harness/teardown.mjs',
      setupFilesAfterEnv: ['<rootDir>/__tests__/harness/patience.js'],
    },
    {
      ...shared,
      displayName: 'browser',
      testMatch: ['<rootDir>/__tests__/browser/**/!(soak).test.ts?(x)'],
      ...servedPortal,
    },
    {
      ...shared,
      displayName: 'soak',
      testMatch: ['<rootDir>/__tests__/browser/soak.test.ts'],
      ...servedPortal,
    },
  ],
}
