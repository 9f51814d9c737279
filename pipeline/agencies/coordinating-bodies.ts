/**
 * Bodies that several others form: themselves, never their host. By how the name ends, since there are as many as there are tasks:
 * 国务院安委会办公室, 推进职能转变协调小组, 养老服务部际联席会议办公室, 国务院职能转变协调办, 长江经济带发展领导小组办公室.
 */
const endings =
  /(?:联席会议|领导小组|协调小组|工作小组|(?<=^(?:国务院|中央|省|市|县|区).{2,30})委员会|委员会(?=办|秘书处)|安委会|安委|协调机制|指挥部|工作专班|专班|工作组)(?:办公室|办|秘书处)?$|协调办$|(?:国务院|省|市|县|区)(?:安委|防指|防办|食安)办$|^国务院.{2,}办(?:公室)?$/u

/** Whether a name is that of a coordinating body. */
export function isCoordinatingBody(name: string): boolean {
  return name.length >= 4 && endings.test(name)
}
