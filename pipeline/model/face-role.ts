/** What a face is for; which font fills it is settled in styles (by name, in Word) and in typeset/faces (by file, in PDF). */
export const faceRoles = ['fang', 'kai', 'hei', 'title', 'song'] as const
export type FaceRole = (typeof faceRoles)[number]
