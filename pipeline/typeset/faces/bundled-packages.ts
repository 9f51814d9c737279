/** The packages whose fonts the project takes, by what they hold; their names alone, for who needs not the fonts. */
export const bundledPackages = {
  serif: '@expo-google-fonts/noto-serif-sc',
  sans: '@expo-google-fonts/noto-sans-sc',
  kai: '@callmebill/lxgw-wenkai-web',
} as const
