<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>EventText</name>
    <message>
        <source>request %1</source>
        <translation>请求 %1</translation>
    </message>
    <message>
        <source>callback %1</source>
        <translation>回调 %1</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>timer %1</source>
        <translation>定时器 %1</translation>
    </message>
    <message>
        <source>set by %1</source>
        <translation>由 %1 设定</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 的 %1</translation>
    </message>
    <message>
        <source>status %1</source>
        <translation>状态 %1</translation>
    </message>
    <message>
        <source>status %1, %2</source>
        <translation>状态 %1，%2</translation>
    </message>
    <message>
        <source>%1, after %2</source>
        <translation>%1，在 %2 之后</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>pass %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>由 %1</translation>
    </message>
    <message>
        <source>woken by %1</source>
        <translation>由 %1 唤醒</translation>
    </message>
    <message>
        <source>%1 task</source>
        <translation>%1 个任务</translation>
    </message>
    <message>
        <source>%1 tasks</source>
        <translation>%1 个任务</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>run begins</source>
        <translation>运行开始</translation>
    </message>
    <message>
        <source>run ends</source>
        <translation>运行结束</translation>
    </message>
    <message>
        <source>pass begins</source>
        <translation>一轮开始</translation>
    </message>
    <message>
        <source>pass ends</source>
        <translation>一轮结束</translation>
    </message>
    <message>
        <source>timer fired</source>
        <translation>定时器到期</translation>
    </message>
    <message>
        <source>created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>cancels</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>begins</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>ends</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>hands over</source>
        <translation>交给线程</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>stalled</source>
        <translation>停滞</translation>
    </message>
    <message>
        <source>error not seen</source>
        <translation>错误无人查看</translation>
    </message>
    <message>
        <source>never awaited</source>
        <translation>从未被 await</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>已加密</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>answering</source>
        <translation>应答中</translation>
    </message>
    <message>
        <source>%1 %2 s</source>
        <translation>%1 %2 秒</translation>
    </message>
    <message>
        <source>result %1</source>
        <translation>结果 %1</translation>
    </message>
    <message>
        <source>cancelled: %1</source>
        <translation>已取消：%1</translation>
    </message>
    <message>
        <source>abandoned</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>timer %1, %2</source>
        <translation>定时器 %1，%2</translation>
    </message>
    <message>
        <source>its creation</source>
        <translation>它的创建</translation>
    </message>
    <message>
        <source>itself: it gave way once</source>
        <translation>自己：让出了一次</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n 个事件</numerusform>
        </translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Woken by</source>
        <translation>唤醒者</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>等待了</translation>
    </message>
    <message>
        <source>%1 in the ready queue</source>
        <translation>在就绪队列中 %1</translation>
    </message>
    <message>
        <source>Late by</source>
        <translation>晚了</translation>
    </message>
    <message>
        <source>%1 after the timer</source>
        <translation>比定时器晚 %1</translation>
    </message>
    <message>
        <source>Prints</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>suspended: %1</source>
        <translation>挂起：%1</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>然后</translation>
    </message>
    <message>
        <source>done, %1</source>
        <translation>完成，%1</translation>
    </message>
    <message>
        <source>task %1, run %2</source>
        <translation>任务 %1，运行 %2</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起于</translation>
    </message>
    <message>
        <source>For</source>
        <translation>持续</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>至今 %1</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>创建者</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>起因</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>%1 JSON</source>
        <translation>%1 JSON</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>connect, TLS</source>
        <translation>连接、TLS</translation>
    </message>
    <message>
        <source>server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>receive</source>
        <translation>接收</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>run all</source>
        <translation>全部运行</translation>
    </message>
    <message>
        <source>run and record to a file</source>
        <translation>运行并录制到文件</translation>
    </message>
    <message>
        <source>stop; again: abandon</source>
        <translation>停止；再按：放弃</translation>
    </message>
    <message>
        <source>previous, next event of the run</source>
        <translation>本次运行的上一个、下一个事件</translation>
    </message>
    <message>
        <source>previous, next event of this task</source>
        <translation>此任务的上一个、下一个事件</translation>
    </message>
    <message>
        <source>previous, next lane</source>
        <translation>上一条、下一条泳道</translation>
    </message>
    <message>
        <source>first, last event</source>
        <translation>第一个、最后一个事件</translation>
    </message>
    <message>
        <source>zoom in, out at the pointer</source>
        <translation>以指针为中心放大、缩小</translation>
    </message>
    <message>
        <source>pan</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>fit everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>fit the selection</source>
        <translation>显示所选</translation>
    </message>
    <message>
        <source>follow live</source>
        <translation>跟随实时</translation>
    </message>
    <message>
        <source>arrows: selection, all, none</source>
        <translation>箭头：所选、全部、无</translation>
    </message>
    <message>
        <source>next problem of the plan</source>
        <translation>方案的下一个问题</translation>
    </message>
    <message>
        <source>next, previous pane</source>
        <translation>下一个、上一个窗格</translation>
    </message>
    <message>
        <source>larger, smaller text</source>
        <translation>放大、缩小文字</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>zoom at the pointer</source>
        <translation>以指针为中心缩放</translation>
    </message>
    <message>
        <source>Shift wheel</source>
        <translation>Shift + 滚轮</translation>
    </message>
    <message>
        <source>Ctrl wheel</source>
        <translation>Ctrl + 滚轮</translation>
    </message>
    <message>
        <source>scroll lanes</source>
        <translation>滚动泳道</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>zoom to the slice</source>
        <translation>缩放到该片段</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>所有按键</translation>
    </message>
    <message>
        <source>About Loopscope</source>
        <translation>关于 Loopscope</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Loopscope %1&lt;/h3&gt;&lt;p&gt;See what your event loop is doing.&lt;/p&gt;&lt;p&gt;asyncio&apos;s exact semantics on the Qt event loop, drawn on a timeline and recorded as Perfetto files.&lt;/p&gt;&lt;p&gt;MIT licence.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Loopscope %1&lt;/h3&gt;&lt;p&gt;看清事件循环在做什么。&lt;/p&gt;&lt;p&gt;在 Qt 事件循环上精确实现 asyncio 的语义，画在时间线上，并录制为 Perfetto 文件。&lt;/p&gt;&lt;p&gt;MIT 许可证。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>stop reading a recording</source>
        <translation>停止读取录制</translation>
    </message>
    <message>
        <source>add a bookmark, go to the next</source>
        <translation>添加书签，转到下一个</translation>
    </message>
    <message>
        <source>go to a bookmark</source>
        <translation>转到书签</translation>
    </message>
    <message>
        <source>save the recording with its bookmarks and view</source>
        <translation>保存录制，连同书签和视图</translation>
    </message>
</context>
<context>
    <name>LoopGeometry</name>
    <message numerus="yes">
        <source>%n event(s) lost</source>
        <translation>
            <numerusform>丢失 %n 个事件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Nothing yet</source>
        <translation>还没有内容</translation>
    </message>
    <message>
        <source>A run goes on</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>The plan has problems</source>
        <translation>方案有问题</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>Run one</source>
        <translation>运行其中一个</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Bookmarks</source>
        <translation>书签(&amp;B)</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>cannot be written: %1</source>
        <translation>无法写入：%1</translation>
    </message>
    <message>
        <source>run &quot;%1&quot; had no task &quot;%2&quot;, and none that runs a coroutine of that name</source>
        <translation>运行“%1”里没有任务“%2”，也没有运行该名协程的任务</translation>
    </message>
    <message>
        <source>expected a list of claims</source>
        <translation>这里应是断言的列表</translation>
    </message>
    <message>
        <source>expected at least one comparison</source>
        <translation>这里至少要有一个比较</translation>
    </message>
    <message>
        <source>expected a name of small letters, digits and _</source>
        <translation>这里应是由小写字母、数字和 _ 组成的名字</translation>
    </message>
    <message>
        <source>there are two claims named &quot;%1&quot;; rename one</source>
        <translation>有两个名为“%1”的断言；请改掉一个</translation>
    </message>
    <message>
        <source>a comparison has one of %1</source>
        <translation>一个比较只有以下之一：%1</translation>
    </message>
    <message>
        <source>expected a number of seconds, 0 or more</source>
        <translation>这里应是秒数，0 或更大</translation>
    </message>
    <message>
        <source>expected a number, a text, a list, or a function such as {&quot;cost&quot;: RUN}</source>
        <translation>这里应是数字、文本、列表，或 {&quot;cost&quot;: RUN} 这样的函数</translation>
    </message>
    <message>
        <source>expected a function such as {&quot;cost&quot;: RUN}</source>
        <translation>这里应是 {&quot;cost&quot;: RUN} 这样的函数</translation>
    </message>
    <message>
        <source>expected a list of two</source>
        <translation>这里应是两个元素的列表</translation>
    </message>
    <message>
        <source>expected a word of the event log: %1</source>
        <translation>这里应是事件日志的词：%1</translation>
    </message>
    <message>
        <source>of which run? Give the claim a &quot;run&quot;</source>
        <translation>哪个运行？请给断言加上 &quot;run&quot;</translation>
    </message>
    <message>
        <source>this plan has no run &quot;%1&quot;; did you mean &quot;%2&quot;?</source>
        <translation>这个方案没有运行“%1”；是否指“%2”？</translation>
    </message>
    <message>
        <source>expected the name of a run; this plan has %1</source>
        <translation>这里应是运行的名字；这个方案有 %1</translation>
    </message>
    <message>
        <source>expected the name of a task or a coroutine, or &quot;*&quot; for all tasks</source>
        <translation>这里应是任务或协程的名字，或用 &quot;*&quot; 表示所有任务</translation>
    </message>
    <message>
        <source>of which run? Write RUN/%1, or give the claim a &quot;run&quot;</source>
        <translation>哪个运行？请写 RUN/%1，或给断言加上 &quot;run&quot;</translation>
    </message>
    <message>
        <source>no task has the name &quot;%1&quot;; did you mean &quot;%2&quot;?</source>
        <translation>没有名为“%1”的任务；是否指“%2”？</translation>
    </message>
    <message>
        <source>no task has the name &quot;%1&quot;, and no coroutine either</source>
        <translation>没有名为“%1”的任务，也没有这样的协程</translation>
    </message>
    <message>
        <source>the version of the claims language must be 1</source>
        <translation>断言语言的版本必须是 1</translation>
    </message>
    <message>
        <source>expected a list of captions</source>
        <translation>这里应是说明的列表</translation>
    </message>
    <message>
        <source>expected an object: the plan&apos;s notes, and after each its translation</source>
        <translation>这里应是一个对象：方案的注释，以及各自的译文</translation>
    </message>
    <message>
        <source>the plan has no note of this text</source>
        <translation>方案里没有这样的注释</translation>
    </message>
    <message>
        <source>there is no such file, and no built-in plan of that name</source>
        <translation>没有这个文件，也没有这个名字的内置方案</translation>
    </message>
    <message>
        <source>this is a folder, not a plan</source>
        <translation>这是文件夹，不是方案</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>无法读取：%1</translation>
    </message>
    <message>
        <source>is too large for a plan</source>
        <translation>作为方案太大</translation>
    </message>
    <message>
        <source>the plan is empty</source>
        <translation>方案是空的</translation>
    </message>
    <message>
        <source>the demo server found no free port on 127.0.0.1</source>
        <translation>演示服务器在 127.0.0.1 上找不到空闲端口</translation>
    </message>
    <message>
        <source>no JSON: %1</source>
        <translation>不是 JSON：%1</translation>
    </message>
    <message>
        <source>expected a number of seconds, 0 or more, or {&quot;var&quot;: NAME}</source>
        <translation>应为不小于 0 的秒数，或 {&quot;var&quot;: NAME}</translation>
    </message>
    <message>
        <source>expected a number of seconds, 0 or more, or {&quot;var&quot;: NAME}, or null</source>
        <translation>应为不小于 0 的秒数，或 {&quot;var&quot;: NAME}，或 null</translation>
    </message>
    <message>
        <source>expected a whole number, 0 or more, or {&quot;var&quot;: NAME}</source>
        <translation>应为不小于 0 的整数，或 {&quot;var&quot;: NAME}</translation>
    </message>
    <message>
        <source>expected a number or {&quot;var&quot;: NAME}</source>
        <translation>应为数字，或 {&quot;var&quot;: NAME}</translation>
    </message>
    <message>
        <source>&quot;self&quot; is the task that runs; choose another name</source>
        <translation>“self”是正在运行的任务；请换一个名字</translation>
    </message>
    <message>
        <source>expected a name for a variable: a letter or _, then letters, digits, _</source>
        <translation>应为变量名：以字母或 _ 开头，后接字母、数字或 _</translation>
    </message>
    <message>
        <source>expected the name of a variable, such as &quot;r&quot; or &quot;r.0&quot;</source>
        <translation>应为变量的名字，如 &quot;r&quot; 或 &quot;r.0&quot;</translation>
    </message>
    <message>
        <source>nothing here sets the variable &quot;%1&quot;; did you mean &quot;%2&quot;?</source>
        <translation>这里没有设置变量“%1”；是指“%2”吗？</translation>
    </message>
    <message>
        <source>nothing here sets the variable &quot;%1&quot;</source>
        <translation>这里没有设置变量“%1”</translation>
    </message>
    <message>
        <source>expected a list of values</source>
        <translation>应为值的列表</translation>
    </message>
    <message>
        <source>&quot;%1&quot; takes %2 arguments, not %3</source>
        <translation>“%1”需要 %2 个参数，而不是 %3 个</translation>
    </message>
    <message>
        <source>expected a coroutine: its name, or {&quot;call&quot;: NAME, &quot;args&quot;: [...]}</source>
        <translation>应为协程：它的名字，或 {&quot;call&quot;: NAME, &quot;args&quot;: [...]}</translation>
    </message>
    <message>
        <source>there is no coroutine &quot;%1&quot;; did you mean &quot;%2&quot;?</source>
        <translation>没有名为“%1”的协程；是指“%2”吗？</translation>
    </message>
    <message>
        <source>there is no coroutine &quot;%1&quot;; this plan has %2</source>
        <translation>没有名为“%1”的协程；本方案有 %2</translation>
    </message>
    <message>
        <source>expected a coroutine or a variable</source>
        <translation>应为协程或变量</translation>
    </message>
    <message>
        <source>there is neither a coroutine nor a variable &quot;%1&quot;; did you mean &quot;%2&quot;?</source>
        <translation>没有名为“%1”的协程或变量；是指“%2”吗？</translation>
    </message>
    <message>
        <source>there is neither a coroutine nor a variable &quot;%1&quot;</source>
        <translation>没有名为“%1”的协程或变量</translation>
    </message>
    <message>
        <source>expected a list of coroutines and variables</source>
        <translation>应为协程和变量的列表</translation>
    </message>
    <message>
        <source>this number is too big; write one below 1e308</source>
        <translation>这个数太大；请写小于 1e308 的数</translation>
    </message>
    <message>
        <source>not JSON: it begins with a byte order mark; save it as UTF-8 without one</source>
        <translation>不是 JSON：以字节顺序标记开头；请保存为不带标记的 UTF-8</translation>
    </message>
    <message>
        <source>this is empty, not JSON</source>
        <translation>这是空的，不是 JSON</translation>
    </message>
    <message>
        <source>not JSON: something follows after the end of the value</source>
        <translation>不是 JSON：值结束之后还有内容</translation>
    </message>
    <message>
        <source>not JSON: expected a key in double quotes</source>
        <translation>不是 JSON：应为双引号中的键</translation>
    </message>
    <message>
        <source>not JSON: expected a colon after the key</source>
        <translation>不是 JSON：键之后应为冒号</translation>
    </message>
    <message>
        <source>not JSON: expected a comma or } after a member of an object</source>
        <translation>不是 JSON：对象成员之后应为逗号或 }</translation>
    </message>
    <message>
        <source>not JSON: expected a comma or ] after an element of a list</source>
        <translation>不是 JSON：列表元素之后应为逗号或 ]</translation>
    </message>
    <message>
        <source>not JSON: \u takes four hexadecimal digits</source>
        <translation>不是 JSON：\u 之后应为四位十六进制数字</translation>
    </message>
    <message>
        <source>not JSON: half of a surrogate pair alone</source>
        <translation>不是 JSON：单独出现半个代理对</translation>
    </message>
    <message>
        <source>not JSON: a string has no such character or escape; a line break is written \n, a backslash \\</source>
        <translation>不是 JSON：字符串中没有这样的字符或转义；换行写作 \n，反斜杠写作 \\</translation>
    </message>
    <message>
        <source>not JSON: the closing quote of a string is missing</source>
        <translation>不是 JSON：字符串缺少结尾的引号</translation>
    </message>
    <message>
        <source>not JSON: this text is not UTF-8</source>
        <translation>不是 JSON：文本不是 UTF-8</translation>
    </message>
    <message>
        <source>not JSON: digits are missing after the decimal point</source>
        <translation>不是 JSON：小数点之后缺少数字</translation>
    </message>
    <message>
        <source>not JSON: digits are missing after the exponent&apos;s e</source>
        <translation>不是 JSON：指数的 e 之后缺少数字</translation>
    </message>
    <message>
        <source>not JSON: expected a value here</source>
        <translation>不是 JSON：此处应为值</translation>
    </message>
    <message>
        <source>nested too deeply: more than %1 lists and objects</source>
        <translation>嵌套太深：列表和对象超过 %1 层</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a shared variable already; name this one otherwise</source>
        <translation>“%1”已是共享变量；请换一个名字</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is both a coroutine and a variable; rename one</source>
        <translation>“%1”既是协程又是变量；请给其中一个改名</translation>
    </message>
    <message>
        <source>the version of the plan language must be 1</source>
        <translation>方案语言的版本必须是 1</translation>
    </message>
    <message>
        <source>expected an object with at least one coroutine</source>
        <translation>应为至少含一个协程的对象</translation>
    </message>
    <message>
        <source>a coroutine&apos;s name is a letter or _, then letters, digits, _, and not &quot;self&quot;</source>
        <translation>协程名以字母或 _ 开头，后接字母、数字或 _，且不能是 &quot;self&quot;</translation>
    </message>
    <message>
        <source>expected a list of names</source>
        <translation>应为名字的列表</translation>
    </message>
    <message>
        <source>expected a list with at least one run, such as {&quot;name&quot;: &quot;main&quot;, &quot;main&quot;: &quot;main&quot;}</source>
        <translation>应为至少含一次运行的列表，如 {&quot;name&quot;: &quot;main&quot;, &quot;main&quot;: &quot;main&quot;}</translation>
    </message>
    <message>
        <source>expected a name of letters, digits, _ and -</source>
        <translation>应为由字母、数字、_ 和 - 组成的名字</translation>
    </message>
    <message>
        <source>there are two runs named &quot;%1&quot;; rename one</source>
        <translation>有两次运行都叫“%1”；请给其中一个改名</translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; stands twice in one object; leave one</source>
        <translation>同一对象中键“%1”出现了两次；请只留一个</translation>
    </message>
    <message>
        <source>expected an object with the keys %1</source>
        <translation>应为含有键 %1 的对象</translation>
    </message>
    <message>
        <source>unknown key &quot;%1&quot;; did you mean &quot;%2&quot;?</source>
        <translation>未知的键“%1”；是指“%2”吗？</translation>
    </message>
    <message>
        <source>unknown key &quot;%1&quot;; known here: %2</source>
        <translation>未知的键“%1”；此处可用：%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing here</source>
        <translation>此处缺少“%1”</translation>
    </message>
    <message>
        <source>expected a string in double quotes</source>
        <translation>应为双引号中的字符串</translation>
    </message>
    <message>
        <source>expected a list of steps</source>
        <translation>应为步骤的列表</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not allowed in &quot;shared&quot;: only set, future, lock, semaphore, event, condition and queue are</source>
        <translation>“shared”中不允许“%1”：只允许 set、future、lock、semaphore、event、condition 和 queue</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not allowed in a callback, which has no task</source>
        <translation>回调没有任务，其中不允许“%1”</translation>
    </message>
    <message>
        <source>&quot;spawn&quot; must stand inside a &quot;group&quot; of the same coroutine; &quot;task&quot; needs none</source>
        <translation>“spawn”必须在同一协程的“group”之内；“task”则不需要</translation>
    </message>
    <message>
        <source>&quot;reschedule&quot; must stand inside a &quot;with_timeout&quot; of the same coroutine</source>
        <translation>“reschedule”必须在同一协程的“with_timeout”之内</translation>
    </message>
    <message>
        <source>expected {&quot;sleep&quot;: S} or {&quot;spin&quot;: S}</source>
        <translation>应为 {&quot;sleep&quot;: S} 或 {&quot;spin&quot;: S}</translation>
    </message>
    <message>
        <source>expected a list of {&quot;type&quot;: ERROR, &quot;do&quot;: [...]}</source>
        <translation>应为 {&quot;type&quot;: ERROR, &quot;do&quot;: [...]} 的列表</translation>
    </message>
    <message>
        <source>there is no verb &quot;%1&quot;; did you mean &quot;%2&quot;?</source>
        <translation>没有动词“%1”；是指“%2”吗？</translation>
    </message>
    <message>
        <source>this step has no verb; write one, such as {&quot;sleep&quot;: 1}</source>
        <translation>此步骤没有动词；请写一个，如 {&quot;sleep&quot;: 1}</translation>
    </message>
    <message>
        <source>this step has no verb: there is none called &quot;%1&quot;</source>
        <translation>此步骤没有动词：没有叫“%1”的动词</translation>
    </message>
    <message>
        <source>a step is an object with one verb, such as {&quot;sleep&quot;: 1}</source>
        <translation>步骤是含一个动词的对象，如 {&quot;sleep&quot;: 1}</translation>
    </message>
    <message>
        <source>a step has one verb; this one has %1: make them steps of their own</source>
        <translation>一个步骤只有一个动词；这里有 %1：请把它们各写成一个步骤</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an error a plan can raise; did you mean &quot;%2&quot;?</source>
        <translation>方案不能引发错误“%1”；是指“%2”吗？</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an error a plan can raise</source>
        <translation>方案不能引发错误“%1”</translation>
    </message>
    <message>
        <source>expected the type of an error, such as &quot;ValueError&quot;</source>
        <translation>应为错误的类型，如 &quot;ValueError&quot;</translation>
    </message>
    <message>
        <source>unknown error &quot;%1&quot;; did you mean &quot;%2&quot;?</source>
        <translation>未知的错误“%1”；是指“%2”吗？</translation>
    </message>
    <message>
        <source>unknown error; known are %1</source>
        <translation>未知的错误；已知的有 %1</translation>
    </message>
    <message>
        <source>expected true or false</source>
        <translation>应为 true 或 false</translation>
    </message>
    <message>
        <source>expected &quot;ALL_COMPLETED&quot;, &quot;FIRST_COMPLETED&quot; or &quot;FIRST_EXCEPTION&quot;</source>
        <translation>应为 &quot;ALL_COMPLETED&quot;、&quot;FIRST_COMPLETED&quot; 或 &quot;FIRST_EXCEPTION&quot;</translation>
    </message>
    <message>
        <source>this file exists already</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>this is no file</source>
        <translation>这不是文件</translation>
    </message>
    <message>
        <source>has vanished while it was written</source>
        <translation>写入过程中消失了</translation>
    </message>
    <message>
        <source>cannot be written: %1 (what there is, is in %2)</source>
        <translation>无法写入：%1（已有的内容在 %2 中）</translation>
    </message>
    <message>
        <source>this is a Perfetto trace, but not one of Loopscope&apos;s</source>
        <translation>这是 Perfetto 跟踪文件，但不是 Loopscope 的录制</translation>
    </message>
    <message>
        <source>this recording was made by a newer Loopscope (format %1)</source>
        <translation>此录制由更新版本的 Loopscope 制作（格式 %1）</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>文件是空的</translation>
    </message>
    <message>
        <source>this is no recording</source>
        <translation>这不是录制</translation>
    </message>
    <message>
        <source>this file is damaged at byte %1: %2 events were read</source>
        <translation>文件在第 %1 字节处损坏：已读取 %2 个事件</translation>
    </message>
    <message>
        <source>this file ends early: %1 events were read</source>
        <translation>文件不完整：已读取 %1 个事件</translation>
    </message>
    <message>
        <source>this file holds a block that unpacks to more than it may, at byte %1: %2 events were read</source>
        <translation>文件在第 %1 字节处有一个解压后超出上限的数据块：已读取 %2 个事件</translation>
    </message>
    <message>
        <source>%1 events of phase %2 have no time: skipped</source>
        <translation>%1 个阶段为 %2 的事件没有时间，已跳过</translation>
    </message>
    <message>
        <source>%1 events of phase %2 have no id: skipped</source>
        <translation>%1 个阶段为 %2 的事件没有标识，已跳过</translation>
    </message>
    <message>
        <source>%1 events of the unknown phase %2: skipped</source>
        <translation>%1 个事件的阶段 %2 未知，已跳过</translation>
    </message>
    <message>
        <source>%1 events have no phase: skipped</source>
        <translation>%1 个事件没有阶段，已跳过</translation>
    </message>
    <message>
        <source>%1 slices have no length that makes sense: skipped</source>
        <translation>%1 个切片的长度不合理，已跳过</translation>
    </message>
    <message>
        <source>%1 counter events have no number: skipped</source>
        <translation>%1 个计数器事件没有数值，已跳过</translation>
    </message>
    <message>
        <source>%1 metadata events named %2: skipped</source>
        <translation>%1 个名为 %2 的元数据事件已跳过</translation>
    </message>
    <message>
        <source>%1 broken events were skipped</source>
        <translation>%1 个损坏的事件已跳过</translation>
    </message>
    <message>
        <source>the file ends within an event</source>
        <translation>文件在一个事件中间结束</translation>
    </message>
    <message>
        <source>%1 events are longer than %2 MiB: skipped</source>
        <translation>%1 个事件超过 %2 MiB，已跳过</translation>
    </message>
    <message>
        <source>the file&apos;s member %2 was skipped</source>
        <translation>文件的成员 %2 已跳过</translation>
    </message>
    <message>
        <source>what stands behind the list of events is broken: skipped</source>
        <translation>事件列表之后的内容已损坏，已跳过</translation>
    </message>
    <message>
        <source>%1 times are of the clock %2, which nothing relates to the trace&apos;s: taken as they are</source>
        <translation>%1 个时间来自时钟 %2，它与跟踪的时钟没有关联，按原样采用</translation>
    </message>
    <message>
        <source>%1 compressed bytes become more than %2: refused</source>
        <translation>%1 个压缩字节解压后超过 %2，已拒绝</translation>
    </message>
    <message>
        <source>the compressed bytes are damaged: %1</source>
        <translation>压缩数据已损坏：%1</translation>
    </message>
    <message>
        <source>this JSON is no trace: it has no list of events</source>
        <translation>这个 JSON 不是跟踪文件：其中没有事件列表</translation>
    </message>
    <message>
        <source>this is neither a recording nor a trace of Perfetto&apos;s or Chrome&apos;s formats</source>
        <translation>这既不是录制文件，也不是 Perfetto 或 Chrome 格式的跟踪文件</translation>
    </message>
    <message>
        <source>the compressed file ends early: read up to there</source>
        <translation>压缩文件提前结束，已读到该处</translation>
    </message>
    <message>
        <source>%1 events have a name that was never told</source>
        <translation>%1 个事件的名称从未给出</translation>
    </message>
    <message>
        <source>%1 events of the unknown type %2: skipped</source>
        <translation>%1 个事件的类型 %2 未知，已跳过</translation>
    </message>
    <message>
        <source>%1 values of counters belong to no track: skipped</source>
        <translation>%1 个计数器数值不属于任何轨道，已跳过</translation>
    </message>
    <message>
        <source>%1 damaged packets were skipped</source>
        <translation>%1 个损坏的数据包已跳过</translation>
    </message>
    <message>
        <source>%1 packets were skipped: what they build on is missing</source>
        <translation>%1 个数据包已跳过：它们所依赖的内容缺失</translation>
    </message>
    <message>
        <source>at %1 places the trace itself lost packets</source>
        <translation>跟踪本身在 %1 处丢失了数据包</translation>
    </message>
    <message>
        <source>%1 events have no time: skipped</source>
        <translation>%1 个事件没有时间，已跳过</translation>
    </message>
    <message>
        <source>%1 compressed packets lie too deep in others: skipped</source>
        <translation>%1 个压缩数据包嵌套过深，已跳过</translation>
    </message>
    <message>
        <source>%1 compressed packets were skipped: %2</source>
        <translation>%1 个压缩数据包已跳过：%2</translation>
    </message>
    <message>
        <source>%1 compressed packets are damaged within: read up to there</source>
        <translation>%1 个压缩数据包内部损坏，已读到该处</translation>
    </message>
    <message>
        <source>%1 slices end that never began: these ends were skipped</source>
        <translation>%1 个切片有结束而没有开始，这些结束已跳过</translation>
    </message>
    <message>
        <source>%1 slices were left out: they lie more than %2 deep</source>
        <translation>%1 个切片被略去：嵌套超过 %2 层</translation>
    </message>
    <message>
        <source>%1 slices overlap others without lying in them: they are on lanes beside</source>
        <translation>%1 个切片与其他切片重叠却不在其内，已放在旁边的轨道上</translation>
    </message>
    <message>
        <source>%1 ends of arrows were skipped: there is no slice to hold them</source>
        <translation>%1 个箭头端点已跳过：没有切片可以承载</translation>
    </message>
    <message>
        <source>%1 texts were shortened: they are too long, or too many</source>
        <translation>%1 段文本被缩短：过长或过多</translation>
    </message>
    <message>
        <source>the trace is damaged at byte %2: read up to there</source>
        <translation>跟踪文件在第 %2 字节处损坏，已读到该处</translation>
    </message>
    <message>
        <source>the trace ends within a packet: read up to there</source>
        <translation>跟踪文件在一个数据包中间结束，已读到该处</translation>
    </message>
    <message>
        <source>the part to keep ends before it begins</source>
        <translation>要保留的部分结束于开始之前</translation>
    </message>
    <message>
        <source>there is no run &quot;%1&quot;</source>
        <translation>没有名为“%1”的运行</translation>
    </message>
    <message>
        <source>there is no task &quot;%1&quot;, and none of a coroutine of that name</source>
        <translation>没有名为“%1”的任务，也没有运行该名称协程的任务</translation>
    </message>
    <message>
        <source>nothing happened in the part to keep</source>
        <translation>要保留的部分里什么也没有发生</translation>
    </message>
    <message>
        <source>there are too many events for one recording</source>
        <translation>事件太多，一份记录放不下</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no http or https address</source>
        <translation>“%1”不是 http 或 https 地址</translation>
    </message>
    <message>
        <source>a header is NAME: VALUE, not &quot;%1&quot;</source>
        <translation>请求头应为“名称: 值”，而不是“%1”</translation>
    </message>
    <message>
        <source>the collector did not answer within %1 s</source>
        <translation>收集器在 %1 秒内没有应答</translation>
    </message>
    <message>
        <source>the collector cannot be reached: %1</source>
        <translation>无法连接收集器：%1</translation>
    </message>
    <message>
        <source>the collector answered with status %1: %2</source>
        <translation>收集器以状态 %1 应答：%2</translation>
    </message>
    <message>
        <source>the collector refused %1 spans: %2</source>
        <translation>收集器拒绝了 %1 个跨度：%2</translation>
    </message>
    <message>
        <source>reading was stopped: what was read before is shown</source>
        <translation>读取已停止：已显示此前读入的内容</translation>
    </message>
    <message>
        <source>%1 values of the counter %2 are no numbers: skipped</source>
        <translation>计数器 %2 有 %1 个值不是数字：已跳过</translation>
    </message>
    <message>
        <source>%1 packets of %2: skipped</source>
        <translation>%1 个 %2 数据包：已跳过</translation>
    </message>
    <message>
        <source>%1 events carry %2, which is not shown</source>
        <translation>%1 个事件带有 %2，不予显示</translation>
    </message>
    <message>
        <source>%1 arguments of events carry %2, which is not shown</source>
        <translation>%1 个事件参数带有 %2，不予显示</translation>
    </message>
    <message>
        <source>%1 descriptions of tracks carry %2, which is not shown</source>
        <translation>%1 个轨道描述带有 %2，不予显示</translation>
    </message>
    <message>
        <source>%1 entries of the process tree carry %2, which is not shown</source>
        <translation>进程树的 %1 个条目带有 %2，不予显示</translation>
    </message>
    <message>
        <source>%1 defaults of events carry %2: not applied</source>
        <translation>%1 组事件默认值带有 %2：未应用</translation>
    </message>
    <message>
        <source>%1 events have the member %2, which is not shown</source>
        <translation>%1 个事件有成员 %2，不予显示</translation>
    </message>
    <message>
        <source>%1 events are of another category than the first of their name, which is the one that is shown</source>
        <translation>%1 个事件的类别与同名的第一个事件不同，显示的是后者的类别</translation>
    </message>
    <message>
        <source>only the beginning of this file was read, and nothing else would be left of it</source>
        <translation>此文件只读取了开头，保存后其余部分将会丢失</translation>
    </message>
    <message>
        <source>this is no recording of Loopscope; another program&apos;s trace can be opened, shown (loopscope show) and exported to chrome, csv or png</source>
        <translation>这不是 Loopscope 的录制；其他程序的跟踪可以打开、显示（loopscope show），也可以导出为 chrome、csv 或 png</translation>
    </message>
    <message>
        <source>this is another program&apos;s trace, which is exported with --to chrome, csv or png only</source>
        <translation>这是其他程序的跟踪，只能用 --to chrome、csv 或 png 导出</translation>
    </message>
    <message>
        <source>a plan runs, and its recording is on show: stop it first</source>
        <translation>计划正在运行，正显示它的录制：请先停止运行</translation>
    </message>
    <message>
        <source>%1 times an interned text was shortened among arguments</source>
        <translation>参数中的驻留文本被截短了 %1 次</translation>
    </message>
    <message>
        <source>this file is read-only</source>
        <translation>此文件是只读的</translation>
    </message>
    <message>
        <source>another recording begins at byte %1 of this file: only the first was read, %2 events</source>
        <translation>此文件在第 %1 字节处开始另一个记录：只读取了第一个，共 %2 个事件</translation>
    </message>
    <message>
        <source>packets are missing in this file: it tells of %1 events, %2 were read, and times behind the gap may be early</source>
        <translation>此文件缺少数据包：它声明有 %1 个事件，只读到 %2 个，缺口之后的时间可能偏早</translation>
    </message>
    <message>
        <source>another document stands behind the end of the trace: its %1 bytes were skipped</source>
        <translation>跟踪结尾之后还有另一个文档：其 %1 字节已跳过</translation>
    </message>
    <message>
        <source>%1 bytes behind the end of the trace were skipped</source>
        <translation>跟踪结尾之后的 %1 字节已跳过</translation>
    </message>
    <message>
        <source>this is a trace of another program, and it is empty: it has no tracks</source>
        <translation>这是其他程序的跟踪文件，其内容为空：没有任何轨道</translation>
    </message>
</context>
<context>
    <name>RequestGeometry</name>
    <message>
        <source>queued</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>connect, TLS</source>
        <translation>连接、TLS</translation>
    </message>
    <message>
        <source>server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>receive</source>
        <translation>接收</translation>
    </message>
</context>
<context>
    <name>RunGeometry</name>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>stalled: nothing can wake it</source>
        <translation>停滞：没有什么能唤醒它</translation>
    </message>
    <message>
        <source>abandoned</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>fastest</source>
        <translation>最快</translation>
    </message>
</context>
<context>
    <name>SliceText</name>
    <message>
        <source>waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>由 %1</translation>
    </message>
    <message>
        <source>task %1</source>
        <translation>任务 %1</translation>
    </message>
</context>
<context>
    <name>TooltipText</name>
    <message>
        <source>created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>drawn %1 px wide, really %2</source>
        <translation>画为 %1 像素宽，实为 %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>从 %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>持续 %1</translation>
    </message>
    <message>
        <source>for %1 so far</source>
        <translation>至今 %1</translation>
    </message>
    <message>
        <source>woken by %1</source>
        <translation>由 %1 唤醒</translation>
    </message>
    <message>
        <source>status %1, %2</source>
        <translation>状态 %1，%2</translation>
    </message>
</context>
<context>
    <name>TrackWords</name>
    <message>
        <source>Process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>计数器</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>轨道</translation>
    </message>
    <message>
        <source>%1, overlapping</source>
        <translation>%1，重叠部分</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（无名称）</translation>
    </message>
    <message>
        <source>%1 slices, %2 of the time
Zoom in to tell them apart.</source>
        <translation>%1 个切片，占时间的 %2
放大即可区分。</translation>
    </message>
    <message>
        <source>%1 instants
Zoom in to tell them apart.</source>
        <translation>%1 个瞬时事件
放大即可区分。</translation>
    </message>
    <message>
        <source>%1, no end</source>
        <translation>%1，没有结束</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>从 %1</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>none: it goes on where the trace ends</source>
        <translation>无：跟踪结束时仍在进行</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>位于</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>深度</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>属于</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
</context>
<context>
    <name>loopscope::Actions</name>
    <message>
        <source>New plan</source>
        <translation>新建方案</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Save plan</source>
        <translation>保存方案</translation>
    </message>
    <message>
        <source>Save plan as…</source>
        <translation>方案另存为…</translation>
    </message>
    <message>
        <source>Save recording as…</source>
        <translation>录制另存为…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Run all</source>
        <translation>全部运行</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>录制</translation>
    </message>
    <message>
        <source>Run the plan and write what happens to a file (Shift+R)</source>
        <translation>运行方案，并把发生的一切写入文件 (Shift+R)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop as Ctrl+C stops Python; press again to abandon the run (Ctrl+.)</source>
        <translation>像 Ctrl+C 停止 Python 那样停止；再按一次则放弃本次运行 (Ctrl+.)</translation>
    </message>
    <message>
        <source>Virtual clock</source>
        <translation>虚拟时钟</translation>
    </message>
    <message>
        <source>Time jumps to the next timer: waiting takes no time</source>
        <translation>时间直接跳到下一个定时器：等待不花时间</translation>
    </message>
    <message>
        <source>Real clock</source>
        <translation>真实时钟</translation>
    </message>
    <message>
        <source>Waiting takes the time it says</source>
        <translation>等待多久就花多久</translation>
    </message>
    <message>
        <source>On the window&apos;s loop</source>
        <translation>在窗口的循环上</translation>
    </message>
    <message>
        <source>Run on the event loop of this window, to see what a frozen window is made of</source>
        <translation>在本窗口的事件循环上运行，看看窗口为何会卡住</translation>
    </message>
    <message>
        <source>Previous event</source>
        <translation>上一个事件</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>下一个事件</translation>
    </message>
    <message>
        <source>First event</source>
        <translation>第一个事件</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>最后一个事件</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>下一个问题</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一个窗格</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>上一个窗格</translation>
    </message>
    <message>
        <source>Fit everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Follow live</source>
        <translation>跟随实时</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>默认文字大小</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>所有按键</translation>
    </message>
    <message>
        <source>About Loopscope</source>
        <translation>关于 Loopscope</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色主题</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>停止读取</translation>
    </message>
    <message>
        <source>Save recording</source>
        <translation>保存录制</translation>
    </message>
</context>
<context>
    <name>loopscope::Banner</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>loopscope::BookmarkActions</name>
    <message>
        <source>Add bookmark</source>
        <translation>添加书签</translation>
    </message>
    <message>
        <source>Next bookmark</source>
        <translation>下一个书签</translation>
    </message>
    <message>
        <source>Rename bookmark…</source>
        <translation>重命名书签…</translation>
    </message>
    <message>
        <source>Remove bookmark</source>
        <translation>移除书签</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>还有 %1 个</translation>
    </message>
    <message>
        <source>No bookmarks yet</source>
        <translation>还没有书签</translation>
    </message>
    <message>
        <source>Rename bookmark</source>
        <translation>重命名书签</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
</context>
<context>
    <name>loopscope::CostTable</name>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>fastest</source>
        <translation>最快</translation>
    </message>
</context>
<context>
    <name>loopscope::Document</name>
    <message>
        <source>new plan</source>
        <translation>新方案</translation>
    </message>
</context>
<context>
    <name>loopscope::FileCommands</name>
    <message>
        <source>The plan was not saved.</source>
        <translation>方案未能保存。</translation>
    </message>
    <message>
        <source>Save plan</source>
        <translation>保存方案</translation>
    </message>
    <message>
        <source>Plans (*.json)</source>
        <translation>方案 (*.json)</translation>
    </message>
    <message>
        <source>Save recording</source>
        <translation>保存录制</translation>
    </message>
    <message>
        <source>Recordings (*.pftrace)</source>
        <translation>录制 (*.pftrace)</translation>
    </message>
    <message>
        <source>The recording was not saved.</source>
        <translation>录制未能保存。</translation>
    </message>
    <message>
        <source>Record to</source>
        <translation>录制到</translation>
    </message>
    <message>
        <source>Loopscope</source>
        <translation>Loopscope</translation>
    </message>
    <message>
        <source>The plan &quot;%1&quot; has changes that are not saved.</source>
        <translation>方案“%1”有未保存的修改。</translation>
    </message>
    <message>
        <source>The plan was not opened.</source>
        <translation>方案未能打开。</translation>
    </message>
    <message>
        <source>The recording was not opened.</source>
        <translation>录制未能打开。</translation>
    </message>
    <message>
        <source>This recording is not whole.</source>
        <translation>此录制不完整。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Open a plan, a recording or a trace</source>
        <translation>打开计划、录制或跟踪文件</translation>
    </message>
    <message>
        <source>Plans, recordings and traces (*.json *.pftrace *.perfetto-trace *.trace *.gz);;All files (*)</source>
        <translation>计划、录制和跟踪文件 (*.json *.pftrace *.perfetto-trace *.trace *.gz);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Not all of this trace is shown.</source>
        <translation>此跟踪文件没有全部显示。</translation>
    </message>
    <message>
        <source>The bookmarks of this recording are not saved.</source>
        <translation>此录制的书签尚未保存。</translation>
    </message>
    <message>
        <source> and %1 more, listed on the right</source>
        <translation>，另有 %1 项，见右侧列表</translation>
    </message>
</context>
<context>
    <name>loopscope::InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Select a slice or an event to see what it waited for.</source>
        <translation>选择一个片段或事件，查看它在等什么。</translation>
    </message>
    <message>
        <source>Where task %1 spent %2</source>
        <translation>任务 %1 的 %2 花在哪里</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Runs compared</source>
        <translation>各次运行对比</translation>
    </message>
</context>
<context>
    <name>loopscope::JsonPanel</name>
    <message>
        <source>object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>string</source>
        <translation>字符串</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>truth value</source>
        <translation>真假值</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空</translation>
    </message>
    <message>
        <source>no JSON</source>
        <translation>不是 JSON</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Filter keys and values</source>
        <translation>筛选键和值</translation>
    </message>
    <message>
        <source>This event carries no data.</source>
        <translation>此事件没有数据。</translation>
    </message>
    <message>
        <source>JSON tree</source>
        <translation>JSON 树</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>JSON: answer to request %1</source>
        <translation>JSON：请求 %1 的应答</translation>
    </message>
    <message>
        <source>event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>JSON: event %1</source>
        <translation>JSON：事件 %1</translation>
    </message>
    <message>
        <source>%1   %2</source>
        <translation>%1   %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Expand all below</source>
        <translation>展开以下全部</translation>
    </message>
</context>
<context>
    <name>loopscope::LaneLabels</name>
    <message>
        <source>Lanes</source>
        <translation>泳道</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>jobs</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Thread pool</source>
        <translation>线程池</translation>
    </message>
    <message>
        <source>real clock</source>
        <translation>真实时钟</translation>
    </message>
    <message>
        <source>virtual clock</source>
        <translation>虚拟时钟</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>%1, coroutine %2</source>
        <translation>%1，协程 %2</translation>
    </message>
</context>
<context>
    <name>loopscope::LegendPicture</name>
    <message>
        <source>the loop is busy</source>
        <translation>循环正忙</translation>
    </message>
    <message>
        <source>main creates a</source>
        <translation>main 创建 a</translation>
    </message>
    <message>
        <source>a wakes main</source>
        <translation>a 唤醒 main</translation>
    </message>
    <message>
        <source>created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>suspended: waits for a timer</source>
        <translation>挂起：等待定时器</translation>
    </message>
    <message>
        <source>ready: waits its turn</source>
        <translation>就绪：等待轮到自己</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>loopscope::LegendRow</name>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>ready: waits its turn</source>
        <translation>就绪：等待轮到自己</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>suspended on …</source>
        <translation>挂起于 …</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>wakes</source>
        <translation>唤醒</translation>
    </message>
    <message>
        <source>creates</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>loop lag</source>
        <translation>循环延迟</translation>
    </message>
    <message>
        <source>%1 request, %2</source>
        <translation>%1 个请求，%2</translation>
    </message>
    <message>
        <source>%1 requests, %2</source>
        <translation>%1 个请求，%2</translation>
    </message>
    <message>
        <source>%1 job</source>
        <translation>%1 个作业</translation>
    </message>
    <message>
        <source>%1 jobs</source>
        <translation>%1 个作业</translation>
    </message>
</context>
<context>
    <name>loopscope::LogModel</name>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>What</source>
        <translation>什么</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>loopscope::LogPanel</name>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Follow playhead</source>
        <translation>跟随播放头</translation>
    </message>
    <message>
        <source>No events yet. Run the plan with R.</source>
        <translation>还没有事件。按 R 运行方案。</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>事件日志</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n 个事件</numerusform>
        </translation>
    </message>
    <message>
        <source>run %1, %2</source>
        <translation>运行 %1，%2</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>所有任务</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有种类</translation>
    </message>
    <message>
        <source>Filter to this task</source>
        <translation>只看此任务</translation>
    </message>
    <message>
        <source>Filter to this kind</source>
        <translation>只看此种类</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>复制此行</translation>
    </message>
</context>
<context>
    <name>loopscope::MainWindow</name>
    <message>
        <source>Fix lines %1, then run again.</source>
        <translation>请修正第 %1 行后再运行。</translation>
    </message>
    <message>
        <source>Fix line %1, then run again.</source>
        <translation>请修正第 %1 行后再运行。</translation>
    </message>
    <message>
        <source>The plan did not start.</source>
        <translation>方案未能启动。</translation>
    </message>
    <message>
        <source>This plan cannot run yet.</source>
        <translation>方案暂时无法运行。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Run all</source>
        <translation>全部运行</translation>
    </message>
    <message>
        <source>%1[*] – Loopscope</source>
        <translation>%1[*] – Loopscope</translation>
    </message>
    <message>
        <source>The recording was not written to its file.</source>
        <translation>录制未能写入文件。</translation>
    </message>
</context>
<context>
    <name>loopscope::OverviewStrip</name>
    <message>
        <source>Overview of the session</source>
        <translation>会话概览</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
</context>
<context>
    <name>loopscope::PlanList</name>
    <message>
        <source>en</source>
        <extracomment>the code of the language that the built-in plans are told in: en or zh_CN</extracomment>
        <translation>zh_CN</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>新建方案</translation>
    </message>
</context>
<context>
    <name>loopscope::PlanListModel</name>
    <message>
        <source>Built in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>My plans</source>
        <translation>我的方案</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n 次运行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loopscope::PlanPanel</name>
    <message>
        <source>Plan text</source>
        <translation>方案文本</translation>
    </message>
    <message>
        <source>Plan: %1</source>
        <translation>方案：%1</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已修改</translation>
    </message>
</context>
<context>
    <name>loopscope::ProblemList</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Problems of the plan</source>
        <translation>方案的问题</translation>
    </message>
</context>
<context>
    <name>loopscope::Ruler</name>
    <message>
        <source>Time ruler</source>
        <translation>时间标尺</translation>
    </message>
    <message>
        <source>since run start</source>
        <translation>自运行开始</translation>
    </message>
</context>
<context>
    <name>loopscope::ShareBar</name>
    <message>
        <source>running</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>suspended %1</source>
        <translation>挂起 %1</translation>
    </message>
</context>
<context>
    <name>loopscope::StatusLine</name>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Running, recorded to a file</source>
        <translation>运行中，同时录制到文件</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Replay of a recording</source>
        <translation>回放录制</translation>
    </message>
    <message>
        <source>Plan has problems</source>
        <translation>方案有问题</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>No recording</source>
        <translation>没有录制</translation>
    </message>
    <message>
        <source>Loop lag now &lt;b&gt;%1&lt;/b&gt;, worst &lt;b&gt;%2&lt;/b&gt;</source>
        <translation>循环延迟 当前 &lt;b&gt;%1&lt;/b&gt;，最差 &lt;b&gt;%2&lt;/b&gt;</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n 次运行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 个事件</translation>
    </message>
    <message>
        <source>Reading the recording, %1 % (Esc stops)</source>
        <translation>正在读取录制，%1 %（按 Esc 停止）</translation>
    </message>
    <message>
        <source>Another program&apos;s trace</source>
        <translation>其他程序的跟踪</translation>
    </message>
    <message>
        <source>all of it is shown</source>
        <translation>全部内容均已显示</translation>
    </message>
    <message numerus="yes">
        <source>%n kind(s) of things in it are not shown</source>
        <translation>
            <numerusform>其中 %n 类内容未显示</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>%1 tracks</source>
        <translation>%1 条轨道</translation>
    </message>
    <message>
        <source>%1 slices</source>
        <translation>%1 个切片</translation>
    </message>
    <message>
        <source>Real clock</source>
        <translation>真实时钟</translation>
    </message>
    <message>
        <source>Virtual clock</source>
        <translation>虚拟时钟</translation>
    </message>
</context>
<context>
    <name>loopscope::TimelinePanel</name>
    <message>
        <source>Arrows: focus</source>
        <translation>箭头：焦点</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Arrows of the selected slice (G)</source>
        <translation>所选片段的箭头 (G)</translation>
    </message>
    <message>
        <source>All arrows in view (G)</source>
        <translation>视野内的所有箭头 (G)</translation>
    </message>
    <message>
        <source>No arrows (G)</source>
        <translation>不显示箭头 (G)</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Show everything (F)</source>
        <translation>显示全部 (F)</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>1 次运行</translation>
    </message>
    <message>
        <source>%1 runs, aligned at start</source>
        <translation>%1 次运行，起点对齐</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>显示 %1</translation>
    </message>
</context>
<context>
    <name>loopscope::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Lanes of runs and tasks over time. The event log says the same in words.</source>
        <translation>各次运行和任务随时间展开的泳道。事件日志以文字叙述同样的内容。</translation>
    </message>
    <message>
        <source>Follow live (L)</source>
        <translation>跟随实时 (L)</translation>
    </message>
    <message>
        <source>See what your coroutines wait for</source>
        <translation>看清协程在等什么</translation>
    </message>
    <message>
        <source>Run a plan and every suspend and resume appears here as it happens.</source>
        <translation>运行一个方案，每次挂起与恢复都会即时显示在这里。</translation>
    </message>
</context>
<context>
    <name>loopscope::TrackDetails</name>
    <message>
        <source>Click a slice to see when it ran, how long, and with which arguments.</source>
        <translation>点击一个切片，查看它何时运行、运行多久以及带有哪些参数。</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>切片</translation>
    </message>
    <message>
        <source>no arguments</source>
        <translation>没有参数</translation>
    </message>
    <message>
        <source>Instant</source>
        <translation>瞬时事件</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>跟踪</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>轨道</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>切片</translation>
    </message>
    <message>
        <source>Without an end</source>
        <translation>没有结束</translation>
    </message>
    <message>
        <source>Instants</source>
        <translation>瞬时事件</translation>
    </message>
    <message>
        <source>Counter values</source>
        <translation>计数器值</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>箭头</translation>
    </message>
    <message>
        <source>All that is in the file is shown.</source>
        <translation>文件中的内容均已显示。</translation>
    </message>
    <message>
        <source>Not shown of this file:</source>
        <translation>此文件中未显示的内容：</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
</context>
<context>
    <name>loopscope::TrackPanel</name>
    <message>
        <source>%1 found</source>
        <translation>找到 %1 个</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Find slices by name (/)</source>
        <translation>按名称查找切片 (/)</translation>
    </message>
    <message>
        <source>Find slices by name</source>
        <translation>按名称查找切片</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>跟踪</translation>
    </message>
    <message>
        <source>%1, %2 tracks, %3 slices</source>
        <translation>%1，%2 条轨道，%3 个切片</translation>
    </message>
</context>
<context>
    <name>loopscope::TrackView</name>
    <message>
        <source>Tracks</source>
        <translation>轨道</translation>
    </message>
    <message>
        <source>since the trace began</source>
        <translation>自跟踪开始</translation>
    </message>
</context>
<context>
    <name>loopscope::TransportBar</name>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>/ %1 s</source>
        <translation>/ %1 秒</translation>
    </message>
    <message>
        <source>no steps yet</source>
        <translation>还没有步骤</translation>
    </message>
    <message>
        <source>%1 slices</source>
        <translation>%1 个切片</translation>
    </message>
</context>
<context>
    <name>loopscope::WelcomePage</name>
    <message>
        <source>See what your coroutines wait for</source>
        <translation>看清协程在等什么</translation>
    </message>
    <message>
        <source>Run a plan and every suspend and resume appears here as it happens. Start with the example that compares gather and wait. It takes about 10 seconds, or none at all on the virtual clock.</source>
        <translation>运行一个方案，每次挂起与恢复都会即时显示在这里。先从比较 gather 与 wait 的示例开始：大约 10 秒，用虚拟时钟则不花时间。</translation>
    </message>
    <message>
        <source>How to read a timeline</source>
        <translation>如何看时间线</translation>
    </message>
    <message>
        <source>Wheel: zoom at the pointer.  Drag: pan.  Left and right arrow: step one event.  F: fit everything.  R: run.</source>
        <translation>滚轮：以指针为中心缩放。拖动：平移。左右方向键：逐个事件移动。F：显示全部。R：运行。</translation>
    </message>
    <message>
        <source>You can also drop a plan (.json) or a recording (.pftrace) on this window.</source>
        <translation>也可以把方案 (.json) 或录制 (.pftrace) 拖到此窗口。</translation>
    </message>
</context>
</TS>
