import type { AgencyGroup } from './agency-facts.js'

/** Bodies of the Party’s Central Committee, in protocol order. */
export const partyBodies: AgencyGroup = {
  kind: 'party',
  agencies: [
    {
      name: '中央纪委国家监委',
      aliases: ['中央纪委', '国家监委', '国家监察委员会', '中央纪律检查委员会'],
      informal: ['中纪委'],
    },
    { name: '中共中央办公厅', short: '中央办公厅', informal: ['中办'] },
    { name: '中共中央组织部', short: '中央组织部', aliases: ['中组部'] },
    { name: '中共中央宣传部', short: '中央宣传部', aliases: ['中宣部'] },
    {
      name: '中共中央统一战线工作部',
      short: '中央统战部',
      aliases: ['中共中央统战部'],
      informal: ['统战部'],
    },
    {
      name: '中共中央对外联络部',
      short: '中央对外联络部',
      aliases: ['中联部', '中央联络部'],
    },
    {
      name: '中共中央政法委员会',
      short: '中央政法委',
      aliases: ['中央政法委员会', '中共中央政法委'],
    },
    {
      name: '中共中央社会工作部',
      short: '中央社会工作部',
      informal: ['中央社工部'],
    },
    {
      name: '中共中央政策研究室',
      short: '中央政研室',
      aliases: ['中央政策研究室'],
    },
    {
      name: '中央网络安全和信息化委员会办公室',
      short: '中央网信办',
      aliases: ['中央网络安全和信息化领导小组办公室'],
    },
    { name: '中央财经委员会办公室', short: '中央财办', aliases: ['中央财经领导小组办公室'] },
    { name: '中央外事工作委员会办公室', short: '中央外办' },
    { name: '中央国家安全委员会办公室', short: '中央国安办' },
    { name: '中共中央台湾工作办公室', short: '中央台办', aliases: ['中央台湾工作办公室'] },
    { name: '中央港澳工作办公室', short: '中央港澳办' },
    {
      name: '中央机构编制委员会办公室',
      short: '中央编办',
      informal: ['中编办'],
    },
    { name: '中央农村工作领导小组办公室', short: '中央农办' },
    { name: '中央金融委员会办公室', short: '中央金融办' },
    { name: '中央金融工作委员会', short: '中央金融工委' },
    { name: '中央科技委员会办公室', short: '中央科技办' },
    {
      name: '中央军民融合发展委员会办公室',
      short: '中央军民融合办',
      aliases: ['中央军民融合发展办'],
    },
    { name: '中央审计委员会办公室', short: '中央审计办' },
    { name: '中央全面依法治国委员会办公室', short: '中央依法治国办' },
    {
      name: '中央和国家机关工作委员会',
      short: '中央和国家机关工委',
      aliases: ['中央国家机关工委'],
    },
    { name: '中央党校（国家行政学院）', aliases: ['中央党校'] },
    { name: '中央党史和文献研究院' },
    { name: '中央档案馆' },
    { name: '中央保密委员会办公室', short: '中央保密办' },
    { name: '中央密码工作领导小组办公室', short: '中央密码办' },
    { name: '人民日报社', informal: ['人民日报'] },
    { name: '求是杂志社' },
    { name: '光明日报社' },
    { name: '经济日报社' },
  ],
}
