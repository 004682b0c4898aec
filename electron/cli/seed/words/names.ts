import type { Chance } from '../chance';

/** Made-up people: common surnames (the likelier first) and given names in fashion over the generations. Nobody real. */
const SURNAMES =
  '王李张刘陈杨黄赵周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戴莫孔向汤单仇解'
    .split('')
    .concat(['欧阳', '上官', '司马', '诸葛', '尉迟']);
const ONE =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚玲桂英华玉萍红鹏飞波宇鑫浩凯欣倩婷雪琳峰辉健俊帆斌云龙翔'.split(
    '',
  );
const FIRST =
  '建志文国晓小海永家春秀玉美雅思子梓嘉俊浩宇佳雨欣诗一天明德立少维世锦泽瑞若艺可静慧淑婉桂金'.split('');
const LAST =
  '华国军平强文明辉伟林杰峰宁宇轩涵妍怡婷琪雯萱彤瑶娜莉芬兰珍英梅芳玲霞燕红云霖然博睿航凡阳晨熙源'.split('');

/**
 * The people of one demo office's town: names of two or three characters (three or four with a double surname), drawn
 * once. People come again, and a book of a million lines does not need a million names.
 */
export class Townsfolk {
  readonly #names: string[];
  constructor(chance: Chance, size = 9_000) {
    this.#names = Array.from({ length: size }, () => {
      const surname = chance.favour(SURNAMES);
      return chance.happens(0.22)
        ? surname + chance.pick(ONE)
        : surname + chance.pick(FIRST) + chance.pick(LAST);
    });
  }
  name(chance: Chance): string {
    return chance.favour(this.#names);
  }
}

/** 尊称 in notes: 王先生, 李女士. */
export const politely = (name: string, chance: Chance): string =>
  `${name.slice(0, 1)}${chance.happens(0.5) ? '先生' : '女士'}`;

/** Eleven digits in number ranges that are given to nobody (140–144), so no demo call reaches a real person. */
export const mobileNumber = (chance: Chance): string => `14${chance.below(5)}${chance.digits(8)}`;

/** Colleagues' departments who find things on their rounds. */
export const DEPARTMENTS = [
  '保洁部',
  '秩序维护部',
  '工程部',
  '客户服务部',
  '绿化组',
  '停车场管理',
  '会议服务',
];

/** Companies of the building: units of customers, claimants and reporters. */
const COMPANY_HEADS =
  '恒远 卓信 明德 华晟 启航 嘉禾 安泰 博雅 中睿 天成 云帆 正和 新锐 盛景 同济源 汇通达 联创 悦动 蓝图 星河 朗润 万合 致远 佳润 鼎新'.split(
    ' ',
  );
const COMPANY_TRADES =
  '科技 贸易 咨询 文化传媒 律师事务所 会计师事务所 教育 设计 医疗器械 物流 保险代理 建筑工程 人力资源 餐饮管理'.split(
    ' ',
  );

/** `恒远科技有限公司`: a company of the building, made up like everybody in it. */
export const companyName = (chance: Chance): string =>
  `${chance.pick(COMPANY_HEADS)}${chance.pick(COMPANY_TRADES)}${chance.happens(0.6) ? '有限公司' : ''}`;

/** `A座1806` or `A座1806 恒远科技`. */
export function unitName(chance: Chance): string {
  const room = `${chance.pick(['A座', 'B座', 'C座'])}${chance.between(3, 28)}${String(chance.between(1, 16)).padStart(2, '0')}`;
  return chance.happens(0.45) ? room : `${room} ${chance.pick(COMPANY_HEADS)}${chance.pick(COMPANY_TRADES)}`;
}
