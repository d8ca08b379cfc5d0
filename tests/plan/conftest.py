"""A tiny sound `data/` folder, written out here so that a test can break one thing in it."""

from pathlib import Path

import pytest

SOUND_FILES = {
    "indicators.csv": """\
indicator_id,name_vi,name_en,group,role,unit,kind,lower,upper,driver,identity,lead_agency_vi,lead_agency_en,lead_clause,reference_class,note_vi,note_en
cover,Phủ sóng,Coverage,a,target,percent,share,0,100,market,,,,,,,
firms,Doanh nghiệp,Firms,c,target,enterprises,count,0,,market,,,,,,,
people,Dân số,People,economy,economy,people,amount,0,,nation,,,,,,,
""",
    "targets.csv": """\
target_id,indicator_id,group,year,comparator,value,value_high,unit,period,clause
cover-2025,cover,a,2025,>=,50,,percent,level,II.2.1.a.1
cover-2030,cover,a,2030,=,100,,percent,level,II.2.2.a.1
firms-2040,firms,c,2040,range,10,20,enterprises,level,II.2.4.c.1
""",
    "milestones.csv": """\
milestone_id,name_vi,name_en,group,year,clause,status,source_id,note_vi,note_en
centre-2025,Trung tâm,Centre,a,2025,II.2.1.a.2,chưa,,,
""",
    "history.csv": """\
indicator_id,region,year,as_of,value,unit,grade,match,method,superseded,source_id,note_vi,note_en
cover,qn_new,2025,2025-12,40.5,percent,official,near,main,false,gov_2025,,
cover,vietnam,2024,,20,percent,proxy,near,main,false,gov_2025,,
cover,vietnam,2025,,30,percent,proxy,near,main,false,gov_2025,,
people,qn_old,2022,,1245650,people,official,same,main,false,gov_2025,"Một, hai","One, two"
""",
    "ratios.csv": """\
indicator_id,region,year,as_of,numerator,denominator,unit,match,method,superseded,source_id,note_vi,note_en
cover,kon_tum,2023,2023-12,3,4,percent,near,main,false,gov_2025,Xã,Communes
cover,kon_tum,2024,,1,1,percent,near,main,false,web_2024,,
""",
    "sources.csv": """\
source_id,title,publisher,date,address,licence
gov_2025,Báo cáo năm,Tỉnh,2025-12-31,https://example.org/a,
web_2024,Số liệu,Cơ quan,2024,https://example.org/b,CC BY 4.0
""",
    "breaks.csv": """\
indicator_id,region,year,cause,source_id,note_vi,note_en
*,qn_new,2025,merger,gov_2025,Sáp nhập,Merger
""",
    "definition_changes.csv": """\
indicator_id,year,note_vi,note_en
cover,2035,Đổi,Changed
""",
    "peers.csv": """\
indicator_id,province,year,value,unit,method,source_id,note_vi,note_en
cover,Huế,2025,90,percent,main,gov_2025,,
""",
    "proxies.csv": """\
proxy_id,name_vi,name_en,year,value,unit,source_id
internet,Người dùng,Users,2020,70.3,percent,web_2024
internet,Người dùng,Users,2021,74.2,percent,web_2024
""",
    "comparables.csv": """\
indicator_id,series,method,reason_vi,reason_en
cover,history,main,Cùng loại,Same kind
firms,internet,main,Gần,Near
""",
    "plan_targets.csv": """\
plan_vi,plan_en,indicator_id,region,year,comparator,value,value_high,unit,match,source_id,note_vi,note_en
Kế hoạch khác,Another plan,cover,qn_old,2025,>=,60,,percent,same,gov_2025,,
Kế hoạch khác,Another plan,firms,qn_new,2030,range,5,8,enterprises,near,web_2024,,
""",
    "assumptions.csv": """\
assumption_id,kind,name_vi,name_en,unit,low,mode,high,no_effect,grade,source_ids,note_vi,note_en
growth,economy,Tăng trưởng,Growth,percent,3,6,10,,C,gov_2025|web_2024,Ghi,Note
wear,depreciation,Hao mòn,Wear,percent,5,15,40,,own,,Ghi,Note
delay,lag,Độ trễ,Delay,years,1,2,4,,own,,Ghi,Note
effect,elasticity,Tác dụng,Effect,ratio,0,0.2,0.6,0.5,own,,Ghi,Note
""",
    "channels.csv": """\
channel_id,name_vi,name_en,elasticity_id,depreciation_id,lag_id
masts,Trạm,Masts,effect,wear,delay
""",
    "responses.csv": """\
indicator_id,channel_id,reason_vi,reason_en
cover,masts,Vì,Because
""",
    "wanted.csv": """\
indicator_ids,document,publisher,address,year,standing,note_vi,note_en,claim
cover|firms,Kế hoạch năm,Tỉnh,https://example.org/c,2025,likely,Đầu kế hoạch,Its opening,Ghi chú
cover,,,,,nothing_yet,Chưa có gì,Nothing yet,Ghi chú
""",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that loads without a fault."""
    for name, text in SOUND_FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    return tmp_path
