import js from '@eslint/js'
import tseslint from 'typescript-eslint'

const outsideWorld = [
  { name: 'node:fs', message: 'The outside world is behind host/: take a Host.' },
  { name: 'node:fs/promises', message: 'The outside world is behind host/: take a Host.' },
  { name: 'node:child_process', message: 'The outside world is behind host/: take a Host.' },
  { name: 'node:os', message: 'The outside world is behind host/: take a Host.' },
  { name: 'node:process', message: 'The outside world is behind host/: take a Host.' },
]

export default tseslint.config(
  { ignores: ['dist/', 'output/', 'coverage/', 'node_modules/'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: [], defaultProject: 'test/tsconfig.json' },
        tsconfigRootDir: new URL('../..', import.meta.url).pathname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Patterns over Chinese text speak of full-width spaces and invisible characters by name.
      'no-irregular-whitespace': 'off',
      'no-control-regex': 'off',
    },
  },
  {
    files: ['pipeline/**/*.ts'],
    ignores: ['pipeline/host/**', 'pipeline/cli/**'],
    rules: {
      'no-restricted-imports': ['error', { paths: outsideWorld }],
      'no-restricted-globals': ['error', 'process', 'performance'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The clock is behind host/.' },
        { object: 'Math', property: 'random', message: 'Nothing here is random.' },
      ],
    },
  },
  {
    files: ['pipeline/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
    },
  },
  { files: ['**/*.js', '**/*.cjs'], ...tseslint.configs.disableTypeChecked },
  {
    files: ['**/*.js', '**/*.cjs'],
    languageOptions: {
      globals: {
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        module: 'writable',
        require: 'readonly',
      },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
)
