import { describe, expect, it } from 'vitest'
import { namesRecipients } from '../../../pipeline/read/extract/names-recipients.js'

describe('namesRecipients', () => {
  it.each([
    '各省、自治区、直辖市人民政府；国务院各部委、各直属机构：',
    '中国科学院、中国工程院，“双一流”建设高校：',
    '“两学一做”领导小组成员单位：',
    '市直各有关单位、各乡镇人民政府（街道办事处）、管委会：',
    '深圳证券交易所：',
    '各高等学校，各市教育局，厅直属各单位，驻委纪检监察组:',
  ])('takes names alone, whatever parts them: %s', (text) => {
    expect(namesRecipients(text)).toBe(true)
  })

  it.each([
    '责任单位：',
    '牵头部门：',
    '主要目标：',
    '现将有关事项通知如下：',
    '你省《关于批准某规划的请示》收悉。现批复如下：',
    '为加强全市各有关单位：',
    '经研究，同意成立领导小组：',
    '一、各市人民政府：',
    '各省、自治区、直辖市人民政府',
  ])('takes no label, no sentence, no heading: %s', (text) => {
    expect(namesRecipients(text)).toBe(false)
  })
})
